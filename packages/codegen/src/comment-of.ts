import { type Block, blockAt, type Field, type Head, nameOfHead, type Template, titleOf } from '@policyforms/core'
import { isNamed, leafCodes } from './named-lists.ts'

const unitOf = (block: Block): string | undefined =>
  block.block === 'field' ? block.unit : block.block === 'matrix' ? block.cell.unit : undefined

/** A row or column of a matrix: its group and title, and what gives either where answers do. */
export const aboutHead = (head: Head): string => {
  const from = [
    head.groupFrom && `组名：${head.groupFrom.source}`,
    head.titleFrom && `名称：${head.titleFrom.source}`,
  ].filter((one) => one !== undefined)
  return from.length > 0 ? `${nameOfHead(head)}（${from.join('，')}）` : nameOfHead(head)
}

const listed = (code: string, title: string) => `- \`${code}\` ${title}`

const optionsOf = (field: Field, template: Template): readonly string[] => {
  const list = field.list === undefined ? undefined : template.lists[field.list]
  return !list || isNamed(list) ? [] : leafCodes(list).map((code) => listed(code, titleOf(list, code)))
}

const choicesOf = (block: Block, template: Template): readonly string[] => {
  if (block.block === 'field') return optionsOf(block, template)
  if (block.block !== 'matrix') return []
  return [...block.rows.map((row) => listed(row.key, aboutHead(row))), ...optionsOf(block.cell, template)]
}

/** The table that a reference leads to: the value is the `id` of one of its rows. */
const refersTo = (block: Block, template: Template): readonly string[] => {
  const field = block.block === 'matrix' ? block.cell : block
  const table = field.block === 'field' && field.refers && blockAt(template, field.refers.table)
  return table ? [`引用“${table.title}”的一行：值是 ${table.path.join('.')} 中那一行的 id`] : []
}

const citedIn = (refs: readonly string[], { clauses }: Template): readonly string[] =>
  refs.map((ref) => `依据：${clauses[ref]?.heading ?? ''}（${ref}）`)

/** What each cell of a matrix is, and what it cites beyond its matrix. */
const aboutCell = (block: Block, template: Template): readonly string[] => {
  if (block.block !== 'matrix') return []
  const { title, help, clauses } = block.cell
  const own = clauses.filter((ref) => !block.clauses.includes(ref))
  return [`每格：${help === undefined ? title : `${title}：${help}`}`, ...citedIn(own, template)]
}

/** What stands above several columns of a table. */
const headGroupsIn = (block: Block): readonly string[] => {
  if (block.block !== 'table') return []
  const titles = new Map(block.columns.map(({ key, title }) => [key, title]))
  return (block.headGroups ?? []).map(({ title, of }) => `${title}：${of.map((key) => titles.get(key)).join('、')}`)
}

/** What a developer wants to know of a property: its Chinese title and unit, help, clauses, conditions and options. */
export const commentOf = (block: Block, template: Template): string => {
  const unit = unitOf(block)
  return [
    unit ? `${block.title}（${unit}）` : block.title,
    block.help,
    ...citedIn(block.clauses, template),
    ...aboutCell(block, template),
    ...headGroupsIn(block),
    block.when && `条件：${block.when.source}`,
    block.role && `由${template.pack.roles[block.role] ?? block.role}填写`,
    block.block === 'field' && block.atMost && `不大于：${block.atMost.source}`,
    block.block === 'field' && block.compute && `自动计算：${block.compute.source}`,
    ...refersTo(block, template),
    ...choicesOf(block, template),
  ]
    .filter((line) => typeof line === 'string')
    .join('\n')
}
