import type { Comparison } from '@policyforms/core'
import { compileFiles } from '../workshop/compile-files.ts'
import type { Side } from './sides.ts'

export interface Sides {
  readonly left: Side
  readonly right: Side
}

const stateOf = (of: string): string =>
  of === 'folder' ? '现行' : of === 'copy' ? '工作稿' : of === 'taken' ? '改动前' : `第 ${of} 版`

/** What differs between two packs, or two states of one. */
export const compareSides = async ({ left, right }: Sides): Promise<Comparison> => {
  const { comparePacks } = await import('@policyforms/core/pack')
  const [before, after] = [await compiled(left), await compiled(right)]
  const titles = [...before.templates, ...after.templates].map(({ id, title }) => [
    id.slice(id.indexOf('/') + 1),
    title,
  ])
  return {
    left: `${before.name}（${stateOf(left.of)}）`,
    right: `${after.name}（${stateOf(right.of)}）`,
    templates: Object.fromEntries(titles),
    differences: comparePacks(before, after),
  }
}

const compiled = ({ pack, files, around }: Side) => compileFiles(pack, [...around, ...files], { examples: false })
