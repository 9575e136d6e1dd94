import { countOf } from './split-body.ts'
import type { WordElement } from './word-model.ts'

/** A class for each block, by which what it makes is found on the pages. */
let made = 0
export const newMarks = (blocks: readonly string[]): readonly string[] => blocks.map(() => `block-${made++}`)

/** Writes the marks on what the blocks make. False when it is not known which makes what. */
export const markBlocks = (
  elements: readonly WordElement[],
  blocks: readonly string[],
  marks: readonly string[],
): boolean => {
  const counts = blocks.map(countOf)
  if (counts.reduce((sum, count) => sum + count, 0) !== elements.length) return false
  let at = 0
  counts.forEach((count, i) => {
    for (const element of elements.slice(at, at + count))
      element.className = [element.className, marks[i]].filter(Boolean).join(' ')
    at += count
  })
  return true
}
