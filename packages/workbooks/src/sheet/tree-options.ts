import type { CodeEntry, CodeList } from '@policyforms/core'
import { quotedSheet } from '../book/address.ts'
import type { Scalar } from '../book/book.ts'
import { ownSheets } from '../layout/plan.ts'

interface TreeColumns {
  readonly top: readonly string[]
  /** Of each entry that has any below it: where they start, counted from 0, and how many they are. */
  readonly parents: readonly { readonly trail: string; readonly start: number; readonly count: number }[]
  readonly children: readonly string[]
}

const trees = new WeakMap<CodeList, TreeColumns>()

const treeColumns = (list: CodeList): TreeColumns => {
  const known = trees.get(list)
  if (known) return known
  const [parents, children]: [TreeColumns['parents'][number][], string[]] = [[], []]
  const walk = (entries: readonly CodeEntry[], above: string): void => {
    for (const { title, children: below = [] } of entries) {
      const trail = above + title
      if (below.length === 0) continue
      parents.push({ trail, start: children.length, count: below.length })
      for (const child of below) children.push(child.title)
      walk(below, `${trail} / `)
    }
  }
  walk(list.entries, '')
  const made = { top: list.entries.map(({ title }) => title), parents, children }
  trees.set(list, made)
  return made
}

/** Where a tree stands: its upper level, and all other entries below each other, found by the trail above them. */
export interface TreeRanges {
  readonly top: string
  readonly trails: string
  readonly starts: string
  readonly counts: string
  /** The first cell of the other entries. */
  readonly below: string
}

/** `place` gives a part of the tree its column. */
export const treeRanges = (list: CodeList, place: (part: string, options: readonly Scalar[]) => string): TreeRanges => {
  const { top, parents, children } = treeColumns(list)
  const range = (part: string, options: readonly Scalar[]) => {
    const column = place(part, options)
    return `${quotedSheet(ownSheets.options)}!$${column}$1:$${column}$${Math.max(1, options.length)}`
  }
  return {
    top: range('top', top),
    trails: range(
      'trails',
      parents.map(({ trail }) => trail),
    ),
    starts: range(
      'starts',
      parents.map(({ start }) => start),
    ),
    counts: range(
      'counts',
      parents.map(({ count }) => count),
    ),
    below: range('below', children).replace(/:.*/, ''),
  }
}
