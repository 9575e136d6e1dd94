import { isObject, type Json, type JsonObject, property } from '@policyforms/core'
import { isFormPath, type SourceFile } from '@policyforms/core/pack'
import { type Place, parsed } from './jurisdiction.ts'

const suffix =
  /(?:维吾尔|壮族|回族)?自治区$|特别行政区$|(?:[\u4e00-\u9fff]{1,4}族)?自治[州县]$|省$|市$|地区$|盟$|[县区旗]$/

const shortOf = (name: string) => {
  const short = name.replace(suffix, '')
  return short.length >= 2 ? short : name
}

/** The neighbour's names, long before short, each with what stands in its place. */
const renamings = (from: Json | undefined, { name }: Place): readonly (readonly [string, string])[] => {
  const old = String(property(from, 'name') ?? '')
  return old === '' ? [] : [[old, name], ...(shortOf(old) === old ? [] : [[shortOf(old), shortOf(name)] as const])]
}

type Change = (text: string, keys: readonly string[]) => string

const mapped = (value: Json, change: Change, keys: readonly string[] = []): Json => {
  if (typeof value === 'string') return change(value, keys)
  if (Array.isArray(value)) return value.map((item: Json, i) => mapped(item, change, [...keys, String(i)]))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === undefined ? [] : [[key, mapped(item, change, [...keys, key])]],
    ),
  )
}

const isCitation = (keys: readonly string[]) => keys.slice(-2).some((key) => key === 'x-clause' || key === 'clause')

/** A name that is also a common noun is replaced only where it can be nothing else. */
const namesPlace = (keys: readonly string[]): boolean => {
  const [first, second] = keys
  if (first === 'title' && keys.length === 1) return true
  return (first === 'x-document' && second === 'cover') || ['pattern', 'x-pattern-hint'].includes(keys.at(-1) ?? '')
}

const hasChildren = (entries: Json | undefined, code: string): boolean =>
  (Array.isArray(entries) ? entries : []).some((entry: Json) =>
    property(entry, 'code') === code
      ? Array.isArray(property(entry, 'children'))
      : hasChildren(property(entry, 'children'), code),
  )

/** What lies under the neighbour's code now lies under the new one; where the list has nothing there, its first level is offered. */
const regions = (value: Json, files: readonly SourceFile[], from: string, to: string): Json => {
  if (Array.isArray(value)) return value.map((item: Json) => regions(item, files, from, to))
  if (!isObject(value)) return value
  if (typeof value.list === 'string' && value.under === from) {
    const list = parsed(files, `codes/${value.list}.json`)
    const { under: _, ...rest } = value
    return hasChildren(property(list, 'entries'), to) ? { ...value, under: to } : { ...rest, depth: 1 }
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, item === undefined ? item : regions(item, files, from, to)]),
  )
}

/** The files of a new pack that begins as a neighbour's: its policies stay where they are and are cited there. */
export const copyPack = (files: readonly SourceFile[], from: string, place: Place): readonly SourceFile[] => {
  const neighbour = parsed(files, `${from}/jurisdiction.json`)
  const renames = renamings(neighbour, place)
  const isNoun = property(neighbour, 'level') === 'national'
  const oldCode = String(property(neighbour, 'code') ?? '')
  const change: Change = (text, keys) => {
    if (isCitation(keys)) return text.includes('/') || !text.includes('#') ? text : `${from}/${text}`
    if (keys.at(-1) === '$ref' || keys.at(-1) === '$schema') return text
    if (isNoun && !namesPlace(keys)) return text
    return renames.reduce((so, [old, next]) => so.replaceAll(old, next), text)
  }
  return files
    .filter(({ path }) => path.startsWith(`${from}/`) && !path.startsWith(`${from}/policies/`))
    .flatMap(({ path, text }) => {
      const copied = `${place.id}/${path.slice(from.length + 1)}`
      if (isFormPath(path)) return [{ path: copied, text }]
      const value = parsed(files, path)
      if (value === undefined) return []
      const changed = regions(mapped(value, change), files, oldCode, place.code)
      const own = copied === `${place.id}/jurisdiction.json` && isObject(changed) ? located(changed, place) : changed
      return [{ path: copied, text: `${JSON.stringify(own, null, 2)}\n` }]
    })
}

/** A neighbour has its own offices and its own parent: the offices are kept to be gone through. */
const located = ({ parent: _, ...rest }: JsonObject, place: Place): JsonObject => ({ ...rest, ...place })
