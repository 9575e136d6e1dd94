import { type CodeEntry, type CodeList, trailsOf } from '@policyforms/core'
import { folded, leavesOf, type Option, optionOf } from './options.ts'
import { optionsWith } from './search-text.ts'

/** A line of the list: a way back, a way deeper, or something to choose. */
export type Item =
  | { readonly is: 'back'; readonly title: string; readonly to: string | undefined }
  | { readonly is: 'branch'; readonly code: string; readonly title: string }
  | { readonly is: 'leaf'; readonly option: Option }

/** What the list shows, and how many there are beyond that. */
export interface Items {
  readonly shown: readonly Item[]
  readonly more: number
}

/** Nobody reads more of what a search has found, and each is drawn at every letter; of a level, one may go down to the last. */
const mostFound = 30
const mostInLevel = 300

const firstOf = (items: readonly Item[], most: number): Items => ({
  shown: items.slice(0, most),
  more: Math.max(0, items.length - most),
})

const hasCode = ({ code }: Option, plain: string): boolean => code.length === plain.length && folded(code) === plain

/** What has the text as its code, then everything that holds all its words, what starts with them first. */
const search = (list: CodeList, query: string): Items => {
  const words = query
    .normalize('NFKC')
    .split(/[\s/]+/)
    .map(folded)
    .filter(Boolean)
  const plain = folded(query)
  const [first, rest]: [Option[], Option[]] = [leavesOf(list).filter((option) => hasCode(option, plain)), []]
  for (const option of optionsWith(list, words))
    if (!hasCode(option, plain)) (option.folded.startsWith(plain) ? first : rest).push(option)
  const shown = [...first.slice(0, mostFound), ...rest.slice(0, mostFound)].slice(0, mostFound)
  return { shown: shown.map((option) => ({ is: 'leaf', option })), more: first.length + rest.length - shown.length }
}

const toItem = (list: CodeList, entry: CodeEntry): Item =>
  entry.children?.length
    ? { is: 'branch', code: entry.code, title: entry.title }
    : { is: 'leaf', option: optionOf(list, entry) }

/** What the list offers: search results while something is typed, otherwise one level of the tree. */
export const itemsOf = (list: CodeList, query: string | undefined, branch: string | undefined): Items => {
  if (query?.trim()) return search(list, query)
  const trail = branch === undefined ? undefined : trailsOf(list).get(branch)
  const here = trail?.at(-1)
  const back: readonly Item[] = here ? [{ is: 'back', title: here.title, to: trail?.at(-2)?.code }] : []
  return firstOf([...back, ...(here?.children ?? list.entries).map((entry) => toItem(list, entry))], mostInLevel)
}

/** The code of a text that names exactly one option, alone or with what stands above it. */
export const codeOf = (list: CodeList, text: string): string | undefined => {
  const wanted = text.trim()
  const exact = leavesOf(list).filter((option) => option.title === wanted)
  const plain = folded(wanted).replaceAll('>', '/')
  const named = exact.length > 0 ? exact : leavesOf(list).filter((option) => namesOf(option).includes(plain))
  return named.length === 1 ? named[0]?.code : undefined
}

const namesOf = (option: Option): readonly string[] => [option.folded, option.foldedTrail]
