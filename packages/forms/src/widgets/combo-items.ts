import { type CodeEntry, type CodeList, trailsOf } from '@policyforms/core'
import { folded, leavesOf, type Option } from './options.ts'

/** A line of the list: a way back, a way deeper, or something to choose. */
export type Item =
  | { readonly is: 'back'; readonly title: string; readonly to: string | undefined }
  | { readonly is: 'branch'; readonly code: string; readonly title: string }
  | { readonly is: 'leaf'; readonly option: Option }

export const mostItems = 80

const matches = (option: Option, words: readonly string[]): boolean =>
  words.every((word) => option.foldedTrail.includes(word) || folded(option.code) === word)

/** Everything that holds all the words, what starts with them first. */
const search = (list: CodeList, query: string): readonly Item[] => {
  const words = query
    .normalize('NFKC')
    .split(/[\s/]+/)
    .map(folded)
    .filter(Boolean)
  const found = leavesOf(list).filter((option) => matches(option, words))
  const plain = folded(query)
  const isFirst = (option: Option) => option.folded.startsWith(plain)
  return [...found.filter(isFirst), ...found.filter((option) => !isFirst(option))].map((option) => ({
    is: 'leaf',
    option,
  }))
}

const toItem = (list: CodeList, entry: CodeEntry): readonly Item[] => {
  if (entry.children?.length) return [{ is: 'branch', code: entry.code, title: entry.title }]
  const option = leavesOf(list).find((leaf) => leaf.code === entry.code)
  return option ? [{ is: 'leaf', option }] : []
}

/** What the list offers: search results while something is typed, otherwise one level of the tree. */
export const itemsOf = (list: CodeList, query: string | undefined, branch: string | undefined): readonly Item[] => {
  if (query?.trim()) return search(list, query)
  const trail = branch === undefined ? undefined : trailsOf(list).get(branch)
  const here = trail?.at(-1)
  const back: readonly Item[] = here ? [{ is: 'back', title: here.title, to: trail?.at(-2)?.code }] : []
  return [...back, ...(here?.children ?? list.entries).flatMap((entry) => toItem(list, entry))]
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
