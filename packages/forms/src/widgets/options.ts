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

interface Above {
  readonly title: string
  readonly folded: string
}

/** Titles of Chinese characters and digits, as most are, have nothing to fold. */
const foldedTitle = (title: string): string => (/^[\u4e00-\u9fff0-9a-z]*$/.test(title) ? title : folded(title))

const toOption = ({ code, title, other = false }: CodeEntry, above: Above): Option => {
  const plain = foldedTitle(title)
  return { code, title, above: above.title, other, folded: plain, foldedTrail: `${above.folded}/${plain}` }
}

/** One option, without making the others: a level of a tree is shown before anything is searched for. */
export const optionOf = (list: CodeList, entry: CodeEntry): Option => {
  const parent = trailsOf(list).get(entry.code)?.at(-2)
  const title = parent ? titleOf(list, parent.code) : ''
  return toOption(entry, { title, folded: folded(title) })
}

/** Everything that may be chosen, in order. Made once for each list: of a cascade, there may be 20,000. */
export const leavesOf = (list: CodeList): readonly Option[] => {
  const known = made.get(list)
  if (known) return known
  const options: Option[] = []
  const walk = (entries: readonly CodeEntry[], above: Above) => {
    for (const entry of entries) {
      if (!entry.children?.length) options.push(toOption(entry, above))
      else {
        const title = above.title ? `${above.title} / ${entry.title}` : entry.title
        walk(entry.children, { title, folded: `${above.folded && `${above.folded}/`}${foldedTitle(entry.title)}` })
      }
    }
  }
  walk(list.entries, { title: '', folded: '' })
  made.set(list, options)
  return options
}

const isTree = (list: CodeList): boolean => list.depth > 1

/** How a choice is best made: all at a glance, from a short list, or by searching. */
export const mannerOf = (list: CodeList, compact: boolean): 'radios' | 'select' | 'search' => {
  if (isTree(list) || leavesOf(list).length >= 10) return 'search'
  return compact || leavesOf(list).length > 5 ? 'select' : 'radios'
}
