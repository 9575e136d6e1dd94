import { rowName } from './table-lines.ts'
import type { Block, Path, Rule, Table, Template } from './template.ts'
import { childrenOf } from './walk.ts'

/** What carries a clause: a part of a template, one of its options, a rule, a part of the procedure, a target, or who acts for a role. */
export interface Carrier {
  readonly is: 'template' | Block['block'] | 'row' | 'option' | 'rule' | 'procedure' | 'indicator' | 'office'
  /** `pack/template`; absent for what is in no template. */
  readonly template?: string
  /** As a person would name it: 年度报告 › 经费 › 到位经费. */
  readonly label: string
  /** Where: the path of a block or rule with its id, or the keys in procedure.json or jurisdiction.json. */
  readonly path: Path
}

export type Cited = readonly [ref: string, carrier: Carrier]

/** Which part of a template carries which clause. */
export const carriersIn = (template: Template): readonly Cited[] => {
  const blocks = template.sections.flatMap((section) => inBlock(template, section, template.cites, [template.title]))
  const rules = template.rules.flatMap((rule) => inRule(template, rule))
  const carrier: Carrier = { is: 'template', template: template.id, label: template.title, path: [] }
  return [...template.cites.map((ref): Cited => [ref, carrier]), ...blocks, ...rules]
}

/** A block carries what it cites itself; what it only has from the block around it is told there. */
const inBlock = (
  template: Template,
  block: Block,
  above: readonly string[],
  titles: readonly string[],
): readonly Cited[] => {
  const trail = [...titles, block.title]
  const carrier: Carrier = { is: block.block, template: template.id, label: trail.join(' › '), path: block.path }
  const isInherited = block.clauses.length === above.length && block.clauses.every((ref, i) => ref === above[i])
  return [
    ...(isInherited ? [] : block.clauses.map((ref): Cited => [ref, carrier])),
    ...inOptions(template, block, trail),
    ...(block.block === 'table' ? inRows(template, block, trail) : []),
    ...(block.block === 'matrix' ? inBlock(template, block.cell, block.clauses, trail) : []),
    ...childrenOf(block).flatMap((child) => inBlock(template, child, block.clauses, trail)),
  ]
}

/** Rows that are printed beforehand and cite clauses of their own, named by what is printed in them. */
const inRows = (template: Template, table: Table, trail: readonly string[]): readonly Cited[] =>
  (table.rowFacts ?? []).flatMap(({ clauses = [] }, i) => {
    const label = [...trail, rowName(table, i, template.lists)].join(' › ')
    return clauses.map(
      (ref): Cited => [ref, { is: 'row', template: template.id, label, path: [...table.path, String(i)] }],
    )
  })

const inOptions = (template: Template, block: Block, trail: readonly string[]): readonly Cited[] => {
  const list = block.block === 'field' && block.list !== undefined ? template.lists[block.list] : undefined
  return (list?.entries ?? []).flatMap(({ code, title, clauses = [] }) => {
    const label = [...trail, title].join(' › ')
    return clauses.map(
      (ref): Cited => [ref, { is: 'option', template: template.id, label, path: [...block.path, code] }],
    )
  })
}

const inRule = (template: Template, rule: Rule): readonly Cited[] => {
  const label = `${template.title} › 规则 ${rule.id}`
  const carrier: Carrier = { is: 'rule', template: template.id, label, path: [...rule.path, rule.id] }
  return rule.clauses.map((ref) => [ref, carrier])
}
