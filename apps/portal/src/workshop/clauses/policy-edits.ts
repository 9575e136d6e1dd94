import { isObject, type Json, type JsonObject, type PolicyPiece, property, valueAt } from '@policyforms/core'
import { insertItem, type Keys, setValue } from '@policyforms/core/editing'
import type { Files } from '../model/history.ts'
import { parsed } from '../model/outline.ts'
import { citedIn, writtenAs } from './cited.ts'

/** A clause as the policy's file has it. */
export interface WrittenClause {
  readonly id: string
  readonly heading: string
  readonly gist: string
  readonly asksNothing: boolean
  readonly reason: string
}

/** What a policy's file says of the policy itself. */
export interface PolicyFacts {
  readonly id: string
  readonly title: string
  readonly number?: string
  readonly issuer?: string
  readonly date?: string
}

const longestGist = 400
const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

export const policyPath = (pack: string, policy: string): string => `${pack}/policies/${policy}.json`

export const clausesOfPolicy = (text: string): readonly WrittenClause[] => {
  const written = property(parsed(text), 'clauses')
  return (Array.isArray(written) ? written : []).map((clause: Json) => ({
    id: textOf(property(clause, 'id')),
    heading: textOf(property(clause, 'heading')),
    gist: textOf(property(clause, 'gist')),
    asksNothing: property(clause, 'asks') === false,
    reason: textOf(property(clause, 'reason')),
  }))
}

/** A policy's file from its pieces. The gist begins as the text itself, which the office then says in its own words. */
export const newPolicy = (facts: PolicyFacts, pieces: readonly PolicyPiece[]): string => {
  const given = Object.entries(facts).filter(([, value]) => value !== '' && value !== undefined)
  const clauses = pieces.map(({ id, heading, text }) => ({ id, heading, gist: gistOf(text, heading) }))
  const policy = { $schema: '../../dialect/policy.schema.json', ...Object.fromEntries(given), clauses }
  return `${JSON.stringify(policy, null, 2)}\n`
}

const gistOf = (text: readonly string[], heading: string): string => text.join('').slice(0, longestGist) || heading

/** Merged into the one before it. What cites it is for `followRefs`. */
export const mergeClause = (text: string, index: number): string => {
  const clauses = clausesOfPolicy(text)
  const [before, own] = [clauses[index - 1], clauses[index]]
  if (!before || !own) return text
  const gist = `${before.gist}${own.gist}`.slice(0, longestGist)
  return setValue(setValue(text, ['clauses', index - 1, 'gist'], gist), ['clauses', index], undefined)
}

/** Cut at a place of its gist: the rest is a clause of its own behind it. */
export const splitClause = (text: string, index: number, at: number): string => {
  const clauses = clausesOfPolicy(text)
  const own = clauses[index]
  const [first, rest] = [own?.gist.slice(0, at).trim() ?? '', own?.gist.slice(at).trim() ?? '']
  if (!own || first === '' || rest === '') return text
  const id = freeClauseId(own.id, clauses)
  const shortened = setValue(text, ['clauses', index, 'gist'], first)
  return insertItem(shortened, ['clauses'], index + 1, { id, heading: own.heading, gist: rest })
}

const freeClauseId = (id: string, clauses: readonly WrittenClause[]): string => {
  for (let n = 2; ; n++) if (!clauses.some((one) => one.id === `${id}.${n}`)) return `${id}.${n}`
}

/** Whether the gist still says what the source says, word for word. */
export const isCopied = (gist: string, source: readonly string[] | undefined): boolean => {
  const plain = (text: string) => text.replace(/\s/g, '')
  const own = plain(gist)
  return source !== undefined && own.length >= 12 && plain(source.join('')).includes(own)
}

/** A place in a file that cites a clause. */
export interface CitingPlace {
  readonly file: string
  /** Of what cites: `x-clause` or `clause` is its last key. */
  readonly keys: Keys
}

/** Every place of the pack's files that cites a clause. */
export const placesCiting = (files: Files, pack: string, ref: string): readonly CitingPlace[] =>
  [...files].flatMap(([file, text]) =>
    file.startsWith(`${pack}/`) && !file.includes('/policies/') && !file.includes('/examples/') && text.includes(ref)
      ? citing(parsed(text), ref, []).map((keys) => ({ file, keys }))
      : [],
  )

const citing = (value: Json | undefined, ref: string, keys: Keys): readonly Keys[] => {
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => citing(item, ref, [...keys, i]))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) => {
    const own = [...keys, key]
    return (key === 'x-clause' || key === 'clause') && citedIn(item).includes(ref) ? [own] : citing(item, ref, own)
  })
}

/** Templates and the procedure carry clauses; other files only say where something comes from. */
export const isCarrier = ({ file }: CitingPlace): boolean => /(?:\.schema|\/procedure)\.json$/.test(file)

const withRefs = (
  files: Files,
  { file, keys }: CitingPlace,
  change: (refs: readonly string[]) => readonly string[],
): Files => {
  const text = files.get(file) ?? ''
  const refs = [...new Set(change(citedIn(valueAt(parsed(text), keys))))]
  return new Map(files).set(file, setValue(text, keys, writtenAs(refs)))
}

/** Whatever cites a clause cites another instead, or no longer. */
export const followRefs = (files: Files, pack: string, from: string, to: string | undefined): Files =>
  placesCiting(files, pack, from).reduce<Files>(
    (so, place) => withRefs(so, place, (refs) => refs.flatMap((ref) => (ref !== from ? ref : (to ?? [])))),
    files,
  )

/** A node or a rule cites a clause. */
export const hangClause = (files: Files, file: string, keys: Keys, ref: string): Files =>
  withRefs(files, { file, keys: [...keys, keys.at(-2) === 'x-rules' ? 'clause' : 'x-clause'] }, (refs) => [
    ...refs,
    ref,
  ])

export const takeOff = (files: Files, place: CitingPlace, ref: string): Files =>
  withRefs(files, place, (refs) => refs.filter((one) => one !== ref))

/** A change of one clause; what is no longer said goes. */
export const setClause = (text: string, index: number, change: JsonObject): string =>
  Object.entries(change).reduce((so, [key, value]) => setValue(so, ['clauses', index, key], value), text)
