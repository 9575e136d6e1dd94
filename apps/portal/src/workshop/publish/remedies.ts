import { type BreakingChange, isObject, type Json, valueAt } from '@policyforms/core'
import { insertItem, type Keys, setValue } from '@policyforms/core/editing'
import { allNodes, type OutlineNode, outlineOf, parsed, pathOf } from '../model/outline.ts'

/** A way to say how answers are to be carried over: what it does to the template's text. */
export interface Remedy {
  readonly label: string
  readonly apply: (text: string) => string
}

/** `basics.people.name` of a node of the outline. */
const dotted = ({ keys }: OutlineNode): string => pathOf(keys).join('.')

const nodeAt = (text: string, path: string): OutlineNode | undefined =>
  allNodes(outlineOf(text) ?? []).find((node) => dotted(node) === path)

const given = (path: string): Remedy => ({
  label: '确认不再要',
  apply: (text) => {
    const list = valueAt(parsed(text), ['x-dropped'])
    return insertItem(text, ['x-dropped'], Array.isArray(list) ? list.length : 0, path)
  },
})

/** The names that an object with one more former place is written with. */
const withFormer = (now: Json | undefined, former: Json): Json =>
  now === undefined ? former : Array.isArray(now) ? [former, ...now] : [former, now]

const former = (label: string, keys: Keys, value: Json): Remedy => ({
  label,
  apply: (text) => setValue(text, [...keys, 'x-was'], withFormer(valueAt(parsed(text), [...keys, 'x-was']), value)),
})

/** Nodes that are new since, and may be what another was. */
const newNodes = (text: string, before: string): readonly OutlineNode[] => {
  const old = new Set(allNodes(outlineOf(before) ?? []).map(dotted))
  return allNodes(outlineOf(text) ?? []).filter((node) => !old.has(dotted(node)))
}

const mostGuesses = 6
const yuan = ['元', '千元', '万元', '百万元', '亿元']

/** What a person can answer to a change that would break drafts, each a click. */
export const remediesFor = (change: BreakingChange, text: string, before: string): readonly Remedy[] => {
  const { why, path } = change
  if (why === 'gone') {
    const parent = path.split('.').slice(0, -1).join('.')
    const guesses = newNodes(text, before)
      .toSorted((a, b) => Number(dotted(b).startsWith(parent)) - Number(dotted(a).startsWith(parent)))
      .slice(0, mostGuesses)
    return [...guesses.map((node) => former(`就是现在的“${node.title}”`, node.keys, path)), given(path)]
  }
  const node = nodeAt(text, path)
  const key = path.split('.').at(-1) ?? ''
  if (why === 'unit' && node) {
    const value = valueAt(parsed(text), node.keys)
    const unit = isObject(value) ? value['x-unit'] : undefined
    const scales = yuan.includes(change.before ?? '') && yuan.includes(String(unit))
    return [
      ...(scales ? [former(`按${change.before}换算成${unit}`, node.keys, { at: key, unit: change.before ?? '' })] : []),
      former('数值不变，只是单位写法变了', node.keys, { at: key, times: 1 }),
      given(path),
    ]
  }
  if (why === 'kind' && node) return [former('照原来写的内容转换', node.keys, { at: key }), given(path)]
  return [given(path)]
}

/** 1.0.0 → 1.1.0 */
export const nextNumber = (version: string): string => {
  const [major = '1', minor = '0'] = version.split('.')
  return `${major}.${Number(minor) + 1}.0`
}
