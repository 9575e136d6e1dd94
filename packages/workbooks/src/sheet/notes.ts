import type { Block, Field, Template } from '@policyforms/core'
import { cellKindOf } from '../cells/index.ts'
import { labelOf, type Slot } from '../layout/slot.ts'

/** The clauses that the blocks around do not cite already; the policy is named at the top only. */
const clauseNote = (clauses: readonly string[], template: Template, around: readonly Block[]): string => {
  const cited = new Set([...template.cites, ...around.flatMap((block) => block.clauses)])
  const named = clauses.flatMap((ref) => {
    const clause = template.clauses[ref]
    if (!clause || cited.has(ref)) return []
    return [around.length === 0 ? `《${clause.policy}》${clause.heading}` : clause.heading]
  })
  return named.length === 0 ? '' : `依据：${named.join('；')}`
}

const roleNote = (block: Block, template: Template): string =>
  block.role === undefined ? '' : `由${template.pack.roles[block.role] ?? block.role}填写`

/** What stands beside a block: who fills it and when, its help, and the clause that asks for it. */
export const blockNote = (block: Block, template: Template, around: readonly Block[] = []): string =>
  [
    roleNote(block, template),
    block.when && '按条件填写，变灰时不必填',
    block.help,
    clauseNote(block.clauses, template, around),
  ]
    .filter(Boolean)
    .join('\n')

export const fieldNote = (field: Field, template: Template, around: readonly Block[]): string =>
  [
    field.compute && '自动计算',
    roleNote(field, template),
    field.when && '按条件填写，变灰时不必填',
    field.help,
    field.compute ? '' : cellKindOf(field).hint(field, template.lists),
    clauseNote(field.clauses, template, around),
  ]
    .filter(Boolean)
    .join('\n')

export const onwardNote = ({ isLevel }: Slot): string =>
  isLevel ? '按上一级选择，没有下一级的留空' : '接上一格，内容过长时分开填写'

/** The head of a column: label, mark and unit. */
export const headOf = (slot: Slot): string =>
  `${labelOf(slot)}${slot.leaf.field.unit ? `（${slot.leaf.field.unit}）` : ''}`
