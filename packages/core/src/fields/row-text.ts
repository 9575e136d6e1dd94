import type { Json } from '../answers/json.ts'
import type { CodeEntry, CodeList } from '../template/code-list.ts'

/** What a row may be known by. A number as it is printed may be one, so that a file written by hand may say IP01. */
export const isRowId = (value: Json | undefined): value is string =>
  typeof value === 'string' && /^[\p{L}\p{N}_-]{1,64}$/u.test(value)

/** What a row may be called when it is typed. */
interface Name {
  readonly text: string
  readonly entry: CodeEntry
  /** `label`: as it is printed now. `number`: with or without a name after it. `name`: without its number, if no other has it. */
  readonly is: 'label' | 'number' | 'name'
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase()

const order = { label: 0, number: 1, name: 2 }
const names = new WeakMap<CodeList, readonly Name[]>()

/** Labels before numbers before names, and the longest of each first. */
const namesOf = (list: CodeList): readonly Name[] => {
  const known = names.get(list)
  if (known) return known
  const bare = Map.groupBy(list.entries, nameWithin)
  const made = list.entries
    .flatMap((entry): readonly Name[] => {
      const name = nameWithin(entry)
      const isOwn = name !== '' && bare.get(name)?.length === 1
      return [
        { text: folded(entry.title), entry, is: 'label' },
        ...(entry.aliases ?? []).map((alias): Name => ({ text: folded(alias), entry, is: 'number' })),
        ...(isOwn ? [{ text: name, entry, is: 'name' } as const] : []),
      ]
    })
    .filter(({ text }) => text !== '')
    .sort((a, b) => order[a.is] - order[b.is] || b.text.length - a.text.length)
  names.set(list, made)
  return made
}

/** `IP01 某某专利` → 某某专利 */
const nameWithin = ({ title, aliases: [number = ''] = [] }: CodeEntry): string =>
  folded(title.slice(number.length)).trim()

const separator = /^\s*[、;；,，\n]\s*/
const longest = 10_000

/** The ways to go on after a name: at the end, after a separator, or (a name that has changed since) past some words. */
function* restsAfter(after: string, is: Name['is']): Generator<string> {
  const found = separator.exec(after)
  if (after.trim() === '') yield ''
  else if (found) yield after.slice(found[0].length)
  else if (is === 'number' && /^\s/.test(after)) {
    // An old name may hold separators of its own: the shortest that lets the rest be read.
    for (const { index } of after.matchAll(/[、;；,，\n]/g)) yield after.slice(index + 1).trimStart()
    yield ''
  }
}

/** A row that is there no more, by its id. Nothing that a row is called looks like it. */
export const showGone = (id: string): string => `〔${id}〕已不在表中`

interface Reading {
  readonly list: CodeList
  /** The ids of rows that are there no more, by the number that stands for each in the text. */
  readonly gone: readonly string[]
  /** Lengths of what is left of the text where it cannot be read: nothing is tried twice. */
  readonly failed: Set<number>
  /** It names more rows than are read: all or nothing. */
  isOver: boolean
}

/** More than anybody names in one place; what is longer is read piece by piece or not at all. */
const mostRows = 800

const readFrom = (on: Reading, text: string, depth: number): readonly string[] | undefined => {
  if (text.trim() === '') return []
  if (depth > mostRows) on.isOver = true
  if (on.isOver || on.failed.has(text.length)) return undefined
  const found = readGone(on, text, depth) ?? readNamed(on, text, depth)
  if (!found) on.failed.add(text.length)
  return found
}

const readGone = (on: Reading, text: string, depth: number): readonly string[] | undefined => {
  const [mark, at = ''] = /^〔(\d+)〕/.exec(text) ?? []
  const [rest] = mark === undefined ? [] : restsAfter(text.slice(mark.length), 'label')
  const more = rest === undefined ? undefined : readFrom(on, rest, depth + 1)
  return more && [on.gone[Number(at)] ?? '', ...more]
}

const readNamed = (on: Reading, text: string, depth: number): readonly string[] | undefined => {
  for (const { text: name, entry, is } of namesOf(on.list)) {
    if (!text.startsWith(name)) continue
    for (const rest of restsAfter(text.slice(name.length), is)) {
      const more = readFrom(on, rest, depth + 1)
      if (more) return [entry.code, ...more]
    }
  }
  return undefined
}

/** The ids of the rows that a text names, such as `IP01 某某专利、IP03`; undefined where a part names none. */
export const readRows = (list: CodeList, typed: string): readonly string[] | undefined => {
  if (typed.length > longest) return undefined
  const gone: string[] = []
  // An id is told apart by its capitals, which names are not.
  const marked = typed
    .trim()
    .replace(/〔([\p{L}\p{N}_-]{1,64})〕已不在表中/gu, (_, id: string) => `〔${gone.push(id) - 1}〕`)
  const on: Reading = { list, gone, failed: new Set(), isOver: false }
  const found = readFrom(on, folded(marked), 1)
  return on.isOver ? undefined : found
}
