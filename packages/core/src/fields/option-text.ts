import { type CodeEntry, type CodeList, titleOf } from '../template/code-list.ts'

/** Options as they are printed, and back: 甲、乙、其他（风电）. Titles and texts may hold brackets and separators of their own. */
export interface NamedOption {
  readonly code: string
  readonly other?: string
}

/** The options that may be chosen: those without children. */
export const leavesOf = (entries: readonly CodeEntry[]): readonly CodeEntry[] =>
  entries.flatMap((entry) => (entry.children?.length ? leavesOf(entry.children) : [entry]))

interface Name {
  readonly text: string
  readonly entry: CodeEntry
}
const names = new WeakMap<CodeList, readonly Name[]>()

/** What each leaf may be called: its whole trail, its code, or its last title where no other leaf has that. Longest first. */
const namesOf = (list: CodeList): readonly Name[] => {
  const known = names.get(list)
  if (known) return known
  const leaves = leavesOf(list.entries)
  const count = new Map<string, number>()
  for (const { title } of leaves) count.set(title, (count.get(title) ?? 0) + 1)
  const made = leaves.flatMap((entry) => [
    { text: titleOf(list, entry.code), entry },
    ...(count.get(entry.title) === 1 ? [{ text: entry.title, entry }] : []),
    // Print asks no more once it is told: 其他（风电）.
    ...(entry.other ? [{ text: titleOf(list, entry.code).replace('（请注明）', ''), entry }] : []),
    { text: entry.code, entry },
  ])
  const sorted = made.sort((a, b) => b.text.length - a.text.length)
  names.set(list, sorted)
  return sorted
}

export const showOption = (list: CodeList, { code, other }: NamedOption): string =>
  other ? `${titleOf(list, code)}（${other}）` : titleOf(list, code)

const plain = (typed: string) => typed.trim().replace(/\s*[/／>]\s*/g, ' / ')

const squeezed = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
const byName = new WeakMap<CodeList, ReadonlyMap<string, string>>()

/** Codes by every name, and by what is left of it without spaces and widths; the longest name has the first word. */
const codesByName = (list: CodeList): ReadonlyMap<string, string> => {
  const known = byName.get(list)
  if (known) return known
  const made = new Map<string, string>()
  const add = (name: string, code: string) => void (made.has(name) || made.set(name, code))
  for (const { text, entry } of namesOf(list)) add(text, entry.code)
  for (const { text, entry } of namesOf(list)) add(squeezed(text), entry.code)
  byName.set(list, made)
  return made
}

/** One option without a text. Stray spaces, full-width letters and a box ticked before it do no harm. */
export const findCode = (list: CodeList, typed: string): string | undefined => {
  const codes = codesByName(list)
  const unticked = typed.replace(/^\s*[☑√✓✔■]\s*/, '')
  return (
    codes.get(plain(typed)) ?? codes.get(typed.trim()) ?? codes.get(squeezed(typed)) ?? codes.get(squeezed(unticked))
  )
}

const longest = 10_000
const separator = /^\s*[、;；,，\n]\s*/

/** Several options, each with its text if it has one; undefined where a part is no option. */
export const readOptions = (list: CodeList, typed: string): readonly NamedOption[] | undefined => {
  const text = typed.trim().slice(0, longest)
  if (text === '') return []
  for (const { text: name, entry } of namesOf(list)) {
    if (!text.startsWith(name)) continue
    const after = text.slice(name.length)
    const rest = readRest(list, after)
    if (rest) return [{ code: entry.code }, ...rest]
    for (const [other, tail] of entry.other ? textsIn(after) : []) {
      const more = readRest(list, tail)
      if (more) return [{ code: entry.code, other }, ...more]
    }
  }
  return undefined
}

const readRest = (list: CodeList, after: string): readonly NamedOption[] | undefined => {
  if (after.trim() === '') return []
  const match = separator.exec(after)
  return match ? readOptions(list, after.slice(match[0].length)) : undefined
}

/** The ways to read `（text）…`: up to the last closing bracket first. A colon takes all that follows. */
const textsIn = (after: string): readonly (readonly [string, string])[] => {
  const start = /^\s*([（(:：])\s*/.exec(after)
  if (!start) return []
  const inner = after.slice(start[0].length)
  if (start[1] === ':' || start[1] === '：') return [[inner.trim(), '']]
  const closings = [...inner.matchAll(/[)）]/g)].map((match) => match.index).reverse()
  return closings.map((at) => [inner.slice(0, at).trim(), inner.slice(at + 1)] as const).filter(([text]) => text !== '')
}
