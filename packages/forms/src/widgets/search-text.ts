import type { CodeList } from '@policyforms/core'
import { leavesOf, type Option } from './options.ts'

/** All that a list is searched for, a line for each option: one text is scanned at once, by the engine's own search. */
interface SearchText {
  readonly text: string
  /** Where each line begins, and where the text ends. */
  readonly starts: Uint32Array
}

const made = new WeakMap<CodeList, SearchText>()

/** Made once for each list: of a cascade, there may be 20,000. */
export const searchTextOf = (list: CodeList): SearchText => {
  const known = made.get(list)
  if (known) return known
  const lines = leavesOf(list).map(({ foldedTrail }) => foldedTrail)
  const starts = new Uint32Array(lines.length + 1)
  for (const [i, line] of lines.entries()) starts[i + 1] = (starts[i] ?? 0) + line.length + 1
  // The search makes the text one piece, which the first letter would otherwise wait for.
  const text = `${lines.join('\n')}\n`
  const result = { text, starts }
  made.set(list, result)
  return result
}

/** The options whose names, with what stands above them, hold all the folded words. */
export const optionsWith = (list: CodeList, words: readonly string[]): readonly Option[] => {
  const { text, starts } = searchTextOf(list)
  const options = leavesOf(list)
  const [rarest = '', ...others] = words.toSorted((a, b) => b.length - a.length)
  const found: Option[] = []
  let line = 0
  for (let at = text.indexOf(rarest); at >= 0; at = text.indexOf(rarest, starts[line])) {
    while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= at) line += 1
    const option = options[line]
    if (!option) break
    if (others.every((word) => option.foldedTrail.includes(word))) found.push(option)
    line += 1
  }
  return found
}
