import { type Leaf, leavesOf, listOf, type Path, type Table, type Template, walkLeaves } from '@policyforms/core'
import { optionTag, otherTag, partTag, tagOf } from '../controls/tag-of.ts'

/** What the control of a tag holds. */
export type Held =
  | { readonly is: 'answer' | 'end'; readonly leaf: Leaf }
  | { readonly is: 'option' | 'other'; readonly leaf: Leaf; readonly code: string }
  | { readonly is: 'file'; readonly leaf: Leaf; readonly number: number }
  | { readonly is: 'table'; readonly table: Table }
  | { readonly is: 'row'; readonly id: string }

export type Owners = (tag: string) => Held | undefined

/** Longer lists are never printed as boxes. */
const longestList = 200

/** Every place that can be read: what is computed is not. */
export const readLeaves = (template: Pick<Template, 'sections'>): readonly Leaf[] =>
  walkLeaves(template).filter(({ field }) => !field.compute)

/** Where earlier versions had it. */
const pathsOf = ({ field, path }: Leaf): readonly Path[] => [
  path,
  ...(field.was ?? []).map(({ at }) => (at.includes('.') ? at.split('.') : [...path.slice(0, -1), at])),
]

const ofLeaf = (leaf: Leaf, path: Path, { lists }: Template): readonly (readonly [string, Held])[] => {
  const own = [tagOf(path), { is: 'answer', leaf }] as const
  if (leaf.field.kind === 'period')
    return [own, ...(['.from', '.to'] as const).map((end) => [partTag(path, end), { is: 'end', leaf }] as const)]
  const truth = (['true', 'false'] as const).map(
    (code) => [optionTag(path, code), { is: 'option', leaf, code }] as const,
  )
  if (leaf.field.kind === 'yes-no' || leaf.field.kind === 'statement') return [own, ...truth]
  const options = leavesOf(listOf(leaf.field, lists).entries)
  if (options.length > longestList) return [own]
  return [
    own,
    ...options.map(({ code }) => [optionTag(path, code), { is: 'option', leaf, code }] as const),
    ...options
      .filter(({ other }) => other)
      .map(({ code }) => [otherTag(path, code), { is: 'other', leaf, code }] as const),
  ]
}

/** What each tag stands for; the paths of now come before those of earlier versions. */
export const ownersOf = (template: Template, leaves: readonly Leaf[], tables: readonly Table[]): Owners => {
  const known = new Map<string, Held>(tables.map((table) => [tagOf(table.path), { is: 'table', table }]))
  const add = (entries: readonly (readonly [string, Held])[]) => {
    for (const [tag, held] of entries) if (!known.has(tag)) known.set(tag, held)
  }
  for (const leaf of leaves) add(ofLeaf(leaf, leaf.path, template))
  for (const leaf of leaves) for (const path of pathsOf(leaf).slice(1)) add(ofLeaf(leaf, path, template))
  return (tag) => {
    if (tag.startsWith('#')) return { is: 'row', id: tag.slice(1) }
    const found = known.get(tag)
    if (found) return found
    const [, above = '', number] = /^(.*)#(\d+)$/.exec(tag) ?? []
    const file = known.get(above)
    return file?.is === 'answer' && number !== undefined
      ? { is: 'file', leaf: file.leaf, number: Number(number) }
      : undefined
  }
}
