import { fieldKindOf } from '../fields/index.ts'
import type { CodeList } from '../template/code-list.ts'
import { trailsOf } from '../template/code-list.ts'
import type { Block, Field, Head, Matrix, Template } from '../template/template.ts'
import { walkBlocks } from '../template/walk.ts'
import { newCodes } from './convert-value.ts'
import { type Origin, originsOf } from './former-paths.ts'

/** A change that would take something from answers already given, and does not say how they are to be carried over. */
export interface BreakingChange {
  /**
   * `gone`: it is not there any more. `kind`, `unit`: its values mean something else now.
   * `option`: an option, row or column that may have been used is not there any more.
   */
  readonly why: 'gone' | 'kind' | 'unit' | 'option'
  /** With dots; what `x-dropped` would have to say. */
  readonly path: string
  readonly title: string
  readonly before?: string
  readonly after?: string
}

const pathOf = (block: Block): string => block.path.filter((key) => key !== '*').join('.')

/** What stands between two versions of a template: nothing here, and every draft can be carried over. */
export const breakingChanges = (from: Template, to: Template): readonly BreakingChange[] => {
  const origins = originsOf(from, to)
  const given = new Set(to.dropped)
  const isDropped = (path: string) => path.split('.').some((_, i, keys) => given.has(keys.slice(0, i + 1).join('.')))
  const successors = new Set([...origins.values()].map(({ block }) => block))
  const gone = walkBlocks(from)
    .filter((block) => holdsAnswers(block) && !successors.has(block))
    .map((block): BreakingChange => ({ why: 'gone', path: pathOf(block), title: block.title }))
  const changed = walkBlocks(to).flatMap((block) => {
    const origin = origins.get(pathOf(block))
    return origin ? changesOf(from, to, block, origin, origins) : []
  })
  return [...gone, ...changed].filter(({ path }) => !isDropped(path))
}

/** What only holds others is gone when they are. */
const holdsAnswers = (block: Block): boolean =>
  block.block === 'matrix' || (block.block === 'field' && !block.compute && block.kind !== 'statement')

const changesOf = (
  from: Template,
  to: Template,
  block: Block,
  { block: old, former }: Origin,
  origins: ReturnType<typeof originsOf>,
): readonly BreakingChange[] => {
  const about = { path: pathOf(old), title: old.title }
  if (block.block === 'matrix' && old.block === 'matrix') return headsGone(block, old)
  if (block.block !== 'field') return []
  if (old.block !== 'field') return [{ why: 'gone', ...about }]
  const isTold = former.at !== ''
  const kinds = [old, block].map((field) => fieldKindOf(field).name)
  const isOther = (old.kind !== block.kind && !isTold && !widens(old, block)) || refersElsewhere(old, block, origins)
  const isRescaled = (old.unit ?? '') !== (block.unit ?? '') && former.unit === undefined && former.times === undefined
  return [
    ...(isOther ? [{ why: 'kind' as const, ...about, ...sides(kinds) }] : []),
    ...(isRescaled && !isOther ? [{ why: 'unit' as const, ...about, ...sides([old.unit, block.unit]) }] : []),
    ...optionsGone(old, listOf(from, old), listOf(to, block)),
  ]
}

/** A reference to the rows of a table that is not the same as before names none of them. */
const refersElsewhere = (old: Field, now: Field, origins: ReturnType<typeof originsOf>): boolean => {
  if (!old.refers || !now.refers) return false
  const before = origins.get(now.refers.table.join('.'))?.block.path ?? now.refers.table
  return before.join('.') !== old.refers.table.join('.')
}

const sides = ([before, after]: readonly (string | undefined)[]) => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
})

const widening: Partial<Record<Field['kind'], readonly Field['kind'][]>> = {
  number: ['money', 'percent'],
  money: ['number'],
  choice: ['choices', 'open-choice', 'open-choices', 'cascade'],
  'open-choice': ['open-choices'],
  choices: ['open-choices'],
  cascade: ['open-cascade'],
  attachment: ['picture'],
  picture: ['attachment'],
}

/** Whether every value of the one can be said in the other. */
const widens = (old: Field, now: Field): boolean =>
  now.kind === 'text' || now.kind === 'narrative' || (widening[old.kind]?.includes(now.kind) ?? false)

const listOf = (template: Template, field: Field): CodeList | undefined =>
  field.list === undefined ? undefined : template.lists[field.list]

const optionsGone = (
  old: Field,
  before: CodeList | undefined,
  now: CodeList | undefined,
): readonly BreakingChange[] => {
  if (!before || !now) return []
  const codes = trailsOf(now)
  return [...trailsOf(before)]
    .filter(([code]) => !codes.has(code) && !newCodes(now).has(code))
    .map(([code, trail]) => ({
      why: 'option',
      path: `${pathOf(old)}.${code}`,
      title: old.title,
      before: trail.map((entry) => entry.title).join(' / '),
    }))
}

const headsGone = (now: Matrix, old: Matrix): readonly BreakingChange[] =>
  (['rows', 'columns'] as const).flatMap((side) => {
    const isThere = ({ key }: Head) => now[side].some((head) => head.key === key || head.was === key)
    return old[side]
      .filter((head) => !isThere(head))
      .map(
        (head): BreakingChange => ({
          why: 'option',
          path: `${pathOf(old)}.${head.key}`,
          title: old.title,
          before: head.title,
        }),
      )
  })
