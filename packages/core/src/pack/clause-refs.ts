import { isObject, type Json } from '../answers/json.ts'
import { sharedFolders } from './files.ts'

/** The pack that a file belongs to; none for what packs share. */
export const packOf = (path: string): string | undefined => {
  const [folder = ''] = path.split('/')
  return sharedFolders.includes(folder) ? undefined : folder
}

const mapRefs = (value: Json | undefined, change: (ref: string) => string): Json | undefined => {
  if (typeof value === 'string') return change(value)
  return Array.isArray(value) ? value.map((ref: Json) => (typeof ref === 'string' ? change(ref) : ref)) : value
}

/** In options and in fixed rows. */
const inItems = (items: Json | undefined, change: (ref: string) => string): Json | undefined =>
  Array.isArray(items)
    ? items.map((option: Json) =>
        isObject(option) && option['x-clause'] !== undefined
          ? { ...option, 'x-clause': mapRefs(option['x-clause'], change) }
          : option,
      )
    : items

const inRules = (rules: Json | undefined, change: (ref: string) => string): Json | undefined =>
  Array.isArray(rules)
    ? rules.map((rule: Json) =>
        isObject(rule) && rule.clause !== undefined ? { ...rule, clause: mapRefs(rule.clause, change) } : rule,
      )
    : rules

/** A keyword's value with the clauses that it cites changed; other keywords stay as they are. */
const withRefs = (keyword: string, value: Json | undefined, change: (ref: string) => string): Json | undefined => {
  if (keyword === 'x-clause') return mapRefs(value, change)
  if (keyword === 'oneOf' || keyword === 'x-fixed-rows') return inItems(value, change)
  return keyword === 'x-rules' ? inRules(value, change) : value
}

/** A clause is cited as its own file sees it. Seen from another pack, it needs the name of the pack before it. */
export const seenFrom = (keyword: string, value: Json | undefined, from: string | undefined, to: string | undefined) =>
  withRefs(keyword, value, (ref) => {
    if (to !== undefined && ref.startsWith(`${to}/`)) return ref.slice(to.length + 1)
    return from === undefined || from === to || ref.includes('/') ? ref : `${from}/${ref}`
  })

/** Everything below a value with its clauses named in full, so that it can be laid over a part of another pack. */
export const qualified = (value: Json, pack: string | undefined): Json => {
  if (pack === undefined) return value
  if (Array.isArray(value)) return value.map((item: Json) => qualified(item, pack))
  if (!isObject(value)) return value
  const full = (ref: string) => (ref.includes('/') ? ref : `${pack}/${ref}`)
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key === 'x-clause' || key === 'x-rules') return [key, withRefs(key, item, full)]
      return [key, item === undefined ? item : qualified(item, pack)]
    }),
  )
}
