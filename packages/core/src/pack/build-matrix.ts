import { type Json, property } from '../answers/json.ts'
import type { PackCode } from '../issues/issue.ts'
import type { Head, Matrix, Node, Path } from '../template/template.ts'
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
  const rows = headsOf(on, node, path, 'x-rows')
  if (totals.includes('groups') && rows.every(({ group }) => group === undefined))
    on.report('missing-keyword', node, 'x-totals', { keyword: 'group' })
  return [
    {
      block: 'matrix',
      ...common,
      required,
      corner: textOf(node.keywords['x-corner']) ?? '',
      rows,
      columns: headsOf(on, node, path, 'x-columns'),
      cell,
      totals: {
        rows: totals.includes('rows'),
        columns: totals.includes('columns'),
        ...(totals.includes('groups') && { groups: true }),
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

/** The heads of one side. Their `titleFrom` is typed once the tree is whole. */
const headsOf = (on: Building, node: Resolved, path: Path, keyword: 'x-rows' | 'x-columns'): readonly Head[] => {
  const written = listOf(node.keywords[keyword])
  const heads = written.map(headOf)
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
  }
  if (written.some((head) => property(head, 'titleFrom') !== undefined)) on.written.push({ path, keyword, node })
  return heads
}
