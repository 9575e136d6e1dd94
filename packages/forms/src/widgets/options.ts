import { type CodeEntry, type CodeList, titleOf, trailsOf } from '@policyforms/core'

export interface Option {
  readonly code: string
  readonly title: string
  /** What stands above it in a tree, root first. */
  readonly above: string
  readonly other: boolean
}

const made = new WeakMap<CodeList, readonly Option[]>()

const toOption = (list: CodeList, trail: readonly CodeEntry[], entry: CodeEntry): Option => {
  const parent = trail.at(-2)
  return {
    code: entry.code,
    title: entry.title,
    above: parent ? titleOf(list, parent.code) : '',
    other: entry.other ?? false,
  }
}

/** Everything that may be chosen, in order. Made once for each list. */
export const leavesOf = (list: CodeList): readonly Option[] => {
  const known = made.get(list)
  if (known) return known
  const options = [...trailsOf(list).values()].flatMap((trail) => {
    const entry = trail.at(-1)
    return entry && !entry.children?.length ? [toOption(list, trail, entry)] : []
  })
  made.set(list, options)
  return options
}

const isTree = (list: CodeList): boolean => list.depth > 1

/** How a choice is best made: all at a glance, from a short list, or by searching. */
export const mannerOf = (list: CodeList, compact: boolean): 'radios' | 'select' | 'search' => {
  if (isTree(list) || leavesOf(list).length >= 10) return 'search'
  return compact || leavesOf(list).length > 5 ? 'select' : 'radios'
}
