import { property } from '../answers/json.ts'
import type { Parameters } from '../rules/translation.ts'
import type { CodeList } from '../template/code-list.ts'
import { parametersIn, readCodeList } from '../template/read-code-list.ts'
import type { Clause, PackSummary } from '../template/template.ts'
import { type Office, officesOf } from './check-jurisdiction.ts'
import { roleOf } from './files.ts'
import { textOf } from './keyword-values.ts'
import { clausesOf, packSummary } from './pack-files.ts'
import type { Lookup, Reader } from './shelf.ts'
import type { Source } from './source.ts'

/** What the other files of a pack tell its templates. Built tolerantly: their own faults are reported elsewhere. */
export interface PackContext {
  readonly pack: PackSummary
  readonly level: string
  readonly offices: readonly Office[]
  /** Own clauses by `policy#clause`; another pack's by `pack/policy#clause`. */
  readonly clauses: Lookup<Clause>
  /** Own lists hide shared ones of the same name. */
  readonly codes: Lookup<CodeList>
  readonly parameters: Parameters
  /** The pack's Word files in base64, by their paths within the pack. */
  readonly forms: Lookup<string>
}

export const packContext = (reader: Reader): PackContext => {
  const jurisdiction = reader.get(`${reader.folder}/jurisdiction.json`)
  const level = property(jurisdiction?.value, 'level')
  const codes = codesFor(reader)
  return {
    pack: packSummary(reader.folder, jurisdiction),
    level: typeof level === 'string' ? level : '',
    offices: officesOf(jurisdiction),
    clauses: clausesFor(reader),
    codes,
    parameters: parametersFor(codes),
    forms: formsFor(reader),
  }
}

/** Made once of each value, however many packs ask. */
const remembered = <K extends object, T>(make: (key: K) => T): ((key: K) => T) => {
  const known = new WeakMap<K, T>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const made = make(key)
    known.set(key, made)
    return made
  }
}

const listIn = remembered((source: Source) => readCodeList(source.value))
const tablesIn = remembered(parametersIn)
const clausesIn = remembered((source: Source) => new Map(clausesOf(source)))

const codesFor = (reader: Reader): Lookup<CodeList> => {
  const namesIn = (folder: string) =>
    [...reader.keys()].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length, -5))
  const own = `${reader.folder}/codes/`
  const has = (name: string) => reader.own.includes(`${own}${name}.json`)
  const get = (name: string) => {
    const source = reader.get(has(name) ? `${own}${name}.json` : `codes/${name}.json`)
    return source && listIn(source)
  }
  return { get, has: (name) => get(name) !== undefined, keys: () => new Set([...namesIn('codes/'), ...namesIn(own)]) }
}

const formsFor = ({ folder, own, get }: Reader): Lookup<string> => {
  const names = new Set(own.flatMap((path) => formNameOf(path) ?? []))
  const find = (name: string) => (names.has(name) ? textOf(get(`${folder}/${name}`)?.value) : undefined)
  return { get: find, has: (name) => find(name) !== undefined, keys: () => names }
}

const formNameOf = (path: string): string | undefined => {
  const role = roleOf(path)
  return role.is === 'form' ? role.name : undefined
}

const parametersFor = (codes: Lookup<CodeList>): Parameters => ({
  get: (name) => {
    const list = codes.get(name)
    return list && tablesIn(list)
  },
  keys: codes.keys,
})

const clausesFor = (reader: Reader): Lookup<Clause> => {
  const policies = reader.own.filter((path) => path.startsWith(`${reader.folder}/policies/`))
  let read: ReadonlyMap<string, Clause> | undefined
  const own = () => {
    read ??= new Map(
      policies.flatMap((path) => {
        const source = reader.get(path)
        return source ? [...clausesIn(source)] : []
      }),
    )
    return read
  }
  const asked = new Set<string>()
  const get = (ref: string): Clause | undefined => {
    const [, pack, policy] = /^([^/#]+)\/([^/#]+)#/.exec(ref) ?? []
    if (pack === undefined) return own().get(ref)
    const path = `${pack}/policies/${policy}.json`
    asked.add(path)
    const source = reader.get(path)
    const clause = source && clausesIn(source).get(ref.slice(pack.length + 1))
    return clause && { ...clause, ref }
  }
  return {
    get,
    has: (ref) => get(ref) !== undefined,
    keys: () => [
      ...own().keys(),
      ...[...asked].flatMap((path) => {
        const source = reader.get(path)
        return source ? [...clausesIn(source).keys()].map((ref) => `${path.split('/')[0]}/${ref}`) : []
      }),
    ],
  }
}
