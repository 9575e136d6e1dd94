import { isObject, type Json } from '../answers/json.ts'
import { keysOf, pointerOf } from '../answers/pointer.ts'
import { type Carrier, type Cited, carriersIn } from '../template/carriers.ts'
import type { Pack } from './check-folder.ts'
import { clauseRefs } from './keyword-values.ts'
import type { Policy, PolicyClause } from './pack-files.ts'

<<<<<<< HEAD
export type { Carrier }
=======
/** What carries a clause: a part of a template, one of its options, a rule, a part of the procedure, or a target. */
export interface Carrier {
  readonly is: 'template' | Block['block'] | 'row' | 'option' | 'rule' | 'procedure' | 'indicator'
  /** `pack/template`; absent for the procedure and for targets. */
  readonly template?: string
  /** As a person would name it: 年度报告 › 经费 › 到位经费. */
  readonly label: string
  /** Where: the path of a block or rule with its id, or the keys of procedure.json. */
  readonly path: Path
}

>>>>>>> e531f6f (Targets of a pack against what was submitted: indicators.json in the dialect, a workbook with native charts, by command, server and page)
export interface ClauseCoverage extends PolicyClause {
  readonly carriers: readonly Carrier[]
  /** Nothing carries it although it asks for something. */
  readonly isUncovered: boolean
}

export interface PolicyCoverage extends Omit<Policy, 'clauses'> {
  readonly clauses: readonly ClauseCoverage[]
}

export interface Coverage {
  readonly pack: string
  readonly policies: readonly PolicyCoverage[]
}

/** What coverage reads of a pack: plain data, so that it can be kept where the pack was not read. */
export interface Covering extends Pick<Pack, 'id' | 'policies' | 'templates' | 'indicators'> {
  readonly procedure?: { readonly source: { readonly value: Json } }
}

/** For each clause of the pack's own policies: what in its templates and its procedure carries it. */
export const coverageOf = (pack: Covering): Coverage => {
<<<<<<< HEAD
  const cited = [...pack.templates.flatMap(carriersIn), ...inProcedure(pack.procedure?.source.value)]
=======
  const cited = [
    ...pack.templates.flatMap(inTemplate),
    ...inProcedure(pack.procedure?.source.value),
    ...inIndicators(pack.indicators),
  ]
>>>>>>> e531f6f (Targets of a pack against what was submitted: indicators.json in the dialect, a workbook with native charts, by command, server and page)
  const carriersOf = Map.groupBy(cited, ([ref]) => ref)
  const policies = pack.policies.map((policy) => ({
    ...policy,
    clauses: policy.clauses.map((clause) => {
      const carriers = (carriersOf.get(clause.ref) ?? []).map(([, carrier]) => carrier)
      return { ...clause, carriers, isUncovered: carriers.length === 0 && clause.asksNothing === undefined }
    }),
  }))
  return { pack: pack.id, policies }
}

<<<<<<< HEAD
=======
const inTemplate = (template: Template): readonly Cited[] => {
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

const inIndicators = (held: Covering['indicators']): readonly Cited[] =>
  (held?.indicators ?? []).flatMap(({ id, title, clauses }) =>
    clauses.map(({ ref }): Cited => [ref, { is: 'indicator', label: `${held?.title} › ${title}`, path: [id] }]),
  )

>>>>>>> e531f6f (Targets of a pack against what was submitted: indicators.json in the dialect, a workbook with native charts, by command, server and page)
/** Whatever in the procedure has a `clause`, under the titles around it. */
const inProcedure = (value: Json | undefined, at = '', titles: readonly string[] = []): readonly Cited[] => {
  if (!isObject(value) && !Array.isArray(value)) return []
  const { title, clause } = isObject(value) ? value : {}
  const trail = typeof title === 'string' ? [...titles, title] : titles
  const path = keysOf(at)
  const own = clauseRefs(clause).map((ref): Cited => [ref, { is: 'procedure', label: trail.join(' › '), path }])
  const below = Object.entries(value).flatMap(([key, item]) =>
    inProcedure(item ?? undefined, pointerOf([...path, key]), trail),
  )
  return [...own, ...below]
}
