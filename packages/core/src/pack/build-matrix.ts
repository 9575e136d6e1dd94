import { type Json, property } from '../answers/json.ts'
import type { PackCode } from '../issues/issue.ts'
import { nearest } from '../issues/nearest.ts'
import type { Head, Matrix, Node, Path, SumHead } from '../template/template.ts'
import { buildField } from './build-field.ts'
import { buildNode } from './build-node.ts'
import type { Building } from './building.ts'
import { placeOf } from './check-nodes.ts'
import { listOf, present, textOf, textsOf } from './keyword-values.ts'
import type { Resolved } from './resolve.ts'
import { packIssue } from './source.ts'

export const buildMatrix = (
  on: Building,
  node: Resolved,
  path: Path,
  above: Node,
  required: boolean,
): readonly Matrix[] => {
  const common = buildNode(on, node, path, above)
  const [cell] = node.cell ? buildField(on, node.cell, path, common, false) : []
  if (!cell) return []
  const totals = textsOf(node.keywords['x-totals'])
  const [rows, columns] = [headsOf(on, node, path, 'x-rows'), headsOf(on, node, path, 'x-columns')]
  for (const [word, { answers }] of [['groups', rows] as const, ['columnGroups', columns] as const])
    if (totals.includes(word) && answers.every(({ group }) => group === undefined))
      on.report('missing-keyword', node, 'x-totals', { keyword: 'group' })
  const isSummed = rows.sums.length > 0 || columns.sums.length > 0
  return [
    {
      block: 'matrix',
      ...common,
      required,
      corner: textOf(node.keywords['x-corner']) ?? '',
      rows: rows.answers,
      columns: columns.answers,
      cell,
      ...(isSummed && { sums: { rows: rows.sums, columns: columns.sums } }),
      totals: {
        rows: totals.includes('rows'),
        columns: totals.includes('columns'),
        ...(totals.includes('groups') && { groups: true }),
        ...(totals.includes('columnGroups') && { columnGroups: true }),
      },
    },
  ]
}

const headOf = (head: Json): Head => {
  const group = textOf(property(head, 'group'))
  return {
    key: textOf(property(head, 'key')) ?? '',
    title: textOf(property(head, 'title')) ?? '',
    ...present({ group, was: textOf(property(head, 'was')) }),
  }
}

interface Heads {
  readonly answers: readonly Head[]
  readonly sums: readonly SumHead[]
}

/** The heads of one side. Their `titleFrom` and `groupFrom` are typed once the tree is whole. */
const headsOf = (on: Building, node: Resolved, path: Path, keyword: 'x-rows' | 'x-columns'): Heads => {
  const written = listOf(node.keywords[keyword])
  const heads = written.map(headOf)
  const added = written.map((head) => textsOf(property(head, 'sums')))
  const isSum = (i: number) => (added[i]?.length ?? 0) > 0
  const answers = heads.filter((_, i) => !isSum(i))
  const report = (code: PackCode, i: number, part: string, params: Readonly<Record<string, string>>) =>
    on.issues.push(packIssue(code, placeOf(node, `/${keyword}/${i}/${part}`), params))
  for (const [i, { key, title, group }] of heads.entries()) {
    const before = heads.slice(0, i)
    if (before.some((one) => one.key === key)) report('duplicate-id', i, 'key', { id: key, other: keyword })
    // 预算 may stand under each year: the group tells one from the other.
    if (before.some((one) => one.title === title && one.group === group))
      report('duplicate-title', i, 'title', { title })
    if (group !== undefined && before.at(-1)?.group !== group && before.some((one) => one.group === group))
      report('group-split', i, 'group', { group })
    const keys = answers.map((head) => head.key)
    for (const [j, one] of (added[i] ?? []).entries())
      if (!keys.includes(one))
        report('unknown-field', i, `sums/${j}`, { path: one, suggestion: nearest(one, keys) ?? '' })
  }
  if (answers.length === 0 && written.length > 0) on.report('missing-keyword', node, keyword, { keyword: 'key' })
  if (written.some((head) => ['titleFrom', 'groupFrom'].some((part) => property(head, part) !== undefined)))
    on.written.push({ path, keyword, node })
  const sums = heads.flatMap((head, i): readonly SumHead[] =>
    isSum(i) ? [{ ...head, of: added[i] ?? [], at: heads.slice(0, i).filter((_, j) => !isSum(j)).length }] : [],
  )
  return { answers, sums }
}
