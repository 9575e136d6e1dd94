import { type CodeEntry, type CodeList, titleOf, trailsOf } from '@policyforms/core'

export interface Option {
  readonly code: string
  readonly title: string
  /** What stands above it in a tree, root first. */
  readonly above: string
  readonly other: boolean
  /** Its title, and the title with what stands above it, as `folded` for searching. */
  readonly folded: string
  readonly foldedTrail: string
}

/** Text as it is compared when searched for: full or half width, capitals and white space make no difference. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

const made = new WeakMap<CodeList, readonly Option[]>()

const toOption = (list: CodeList, trail: readonly CodeEntry[], entry: CodeEntry): Option => {
  const parent = trail.at(-2)
  const above = parent ? titleOf(list, parent.code) : ''
  return {
    code: entry.code,
    title: entry.title,
    above,
    other: entry.other ?? false,
    folded: folded(entry.title),
    foldedTrail: folded(`${above}/${entry.title}`),
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
