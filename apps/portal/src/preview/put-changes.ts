import { newMarks } from './block-marks.ts'
import { areAlikeAround, type BookParts } from './book-parts.ts'
import { type Change, changedBlocks } from './changed-blocks.ts'
import { putInPlace } from './put-blocks.ts'
import { type Rendered, renderBlocks } from './render-docx.ts'

/** With more than these, to render the whole book is as quick. */
const mostChanges = 12
const largestShare = 0.4

/** What begins a page, or is counted over the whole book, cannot be put in its place by itself. */
const reachesFurther = (block: string): boolean => /<w:sectPr[ >]|w:type="page"|<w:(foot|end)noteReference /.test(block)

const lengthOf = (blocks: readonly string[]) => blocks.reduce((sum, block) => sum + block.length, 0)

const changesIn = (before: readonly string[], now: readonly string[]): readonly Change[] | undefined => {
  const changes = changedBlocks(before, now)
  const made = changes.flatMap((change) => change.now)
  const touched = [...changes.flatMap(({ from, to }) => before.slice(from, to)), ...made]
  const isSmall = changes.length <= mostChanges && lengthOf(made) <= largestShare * lengthOf(now)
  return isSmall && !touched.some(reachesFurther) ? changes : undefined
}

const elementsOf = (root: ParentNode, marks: readonly string[]): readonly HTMLElement[] =>
  marks.flatMap((mark) => [...root.querySelectorAll<HTMLElement>(`.${mark}`)])

/** Puts what a change makes onto the pages. Tells whether the pages still end where they did; undefined: no place found. */
const put = (root: ShadowRoot, marks: readonly string[], { from, to }: Change, made: readonly HTMLElement[]) => {
  const parts = elementsOf(root, marks.slice(from, to))
  if (parts.length > 0) return putInPlace(parts, made)
  const above = marks.slice(0, from).findLast((mark) => root.querySelector(`.${mark}`))
  if (above === undefined) return made.length === 0 ? true : undefined
  elementsOf(root, [above])
    .at(-1)
    ?.after(...made)
  return made.length === 0
}

export interface Put {
  readonly marks: readonly string[]
  /** Whether the pages still end where they did. */
  readonly isSettled: boolean
}

/** Brings a book on the screen to what it is now, by what differs only. Undefined when that cannot be done, or not well. */
export const putChanges = async (
  { root, model, marks }: Rendered,
  before: BookParts,
  now: BookParts,
): Promise<Put | undefined> => {
  if (!marks || !before.body || !now.body || !areAlikeAround(before, now)) return undefined
  const changes = changesIn(before.body.blocks, now.body.blocks)
  if (!changes) return undefined
  if (changes.length === 0) return { marks, isSettled: true }
  const marked = changes.map((change) => ({ change, marks: newMarks(change.now) }))
  const blocks = changes.flatMap((change) => change.now)
  const made = await renderBlocks(
    model,
    { ...now.body, blocks },
    marked.flatMap((one) => one.marks),
  )
  if (!made) return undefined
  const places = marked.map((one) => put(root, marks, one.change, elementsOf(made, one.marks)))
  if (places.includes(undefined)) return undefined
  return {
    marks: marked.reduceRight(
      (all, one) => [...all.slice(0, one.change.from), ...one.marks, ...all.slice(one.change.to)],
      marks,
    ),
    isSettled: !places.includes(false),
  }
}
