import { isObject, property } from '../answers/json.ts'
import type { Issue } from '../issues/issue.ts'
import { nearest } from '../issues/nearest.ts'
import type { Block, Clause, Head, Matrix, Template } from '../template/template.ts'
import { blockAt, walkBlocks } from '../template/walk.ts'
import { type Built, buildTemplate } from './build-template.ts'
import { checkChildren, placeOf } from './check-nodes.ts'
import { type IsSafePattern, patternIssues, patternsIn } from './check-patterns.ts'
import { shapeErrors } from './dialect.ts'
import { documentPlan } from './document-plan.ts'
import { clauseRefs, listOf, textOf, textsOf } from './keyword-values.ts'
import { orderDerivations } from './order-derivations.ts'
import type { PackContext } from './pack-context.ts'
import { originOf, type Resolved, resolveTemplate } from './resolve.ts'
import { shapeIssues } from './shape-issues.ts'
import type { Lookup } from './shelf.ts'
import { type Origin, packIssue, type Source } from './source.ts'
import { type HeadTitle, typeExpressions } from './type-expressions.ts'

/** What only the outside can do. */
export interface Engines {
  readonly hash: (text: string) => string
  readonly isSafePattern: IsSafePattern
}

export interface Compiled {
  readonly template?: Template
  /** Its blocks as far as they go, when no template came out. */
  readonly shape?: TemplateShape
  readonly issues: readonly Issue[]
  /** Where each rule is written. */
  readonly ruleOrigins: ReadonlyMap<string, Origin>
}

export type TemplateShape = Pick<Template, 'sections' | 'lists'>

/** resolve → check → compile, for one template. A template comes out only if nothing is wrong with it. */
export const compileTemplate = (
  source: Source,
  name: string,
  context: PackContext,
  files: Lookup<Source>,
  engines: Engines,
): Compiled => {
  const { root, issues: unresolved } = resolveTemplate(source, files)
  const shape = rootShape(root)
  const nodes = checkChildren(root, 'template')
  const built = buildTemplate(root, context)
  const typed = typeExpressions(built, context.parameters)
  const { derivations, issues: cycles } = orderDerivations(typed.derivations)
  const { plan, issues: planIssues } = documentPlan(
    root.keywords['x-document'],
    built.sections,
    (pointer) => placeOf(root, pointer),
    context.forms,
  )
  const issues = [
    ...unresolved,
    ...shape,
    ...nodes,
    ...built.issues,
    ...clauseIssues(root, context),
    ...safety(root, built.written, typed.rules, engines.isSafePattern),
    ...typed.issues,
    ...cycles,
    ...planIssues,
    ...formerIssues(root, built),
  ]
  if (issues.some((issue) => issue.severity === 'error'))
    return { shape: { sections: built.sections, lists: built.lists }, issues, ruleOrigins: typed.origins }
  const description = root.keywords.description
  const cites = clauseRefs(root.keywords['x-clause'])
  const body: Omit<Template, 'hash'> = {
    id: `${context.pack.id}/${name}`,
    pack: context.pack,
    title: String(root.keywords.title),
    ...(typeof description === 'string' && { description }),
    version: String(root.keywords['x-version']),
    sections: withConditions(built.sections, typed),
    rules: typed.rules,
    derivations,
    prefills: typed.prefills,
    lists: built.lists,
    cites,
    clauses: citedClauses(built, typed.rules, cites, context),
    document: plan,
    ...(root.keywords['x-dropped'] !== undefined && { dropped: textsOf(root.keywords['x-dropped']) }),
  }
  return { template: { ...body, hash: engines.hash(JSON.stringify(body)) }, issues, ruleOrigins: typed.origins }
}

/** Answers cannot belong to what has a key now and to what had it before. */
const formerIssues = (root: Resolved, built: Built): readonly Issue[] => {
  const walk = (node: Resolved, path: readonly string[]): readonly Issue[] => {
    const written = listOf([node.keywords['x-was'] ?? []].flat())
    const own = written.flatMap((former): readonly Issue[] => {
      const at = textOf(former) ?? textOf(property(former, 'at')) ?? ''
      const there = blockAt(built, at.includes('.') ? at.split('.') : [...path.slice(0, -1), at])
      const isOther = there !== undefined && there !== blockAt(built, path) && there.was === undefined
      return isOther ? [packIssue('was-in-use', originOf(node, 'x-was'), { path: at })] : []
    })
    const below = [...node.children, ...(node.items?.children ?? [])]
    return [...own, ...below.flatMap(([key, child]) => walk(child, [...path, key]))]
  }
  return walk(root, [])
}

const rootShape = (root: Resolved): readonly Issue[] => {
  const { properties, $defs: _, ...own } = root.keywords
  const stubbed = isObject(properties)
    ? Object.fromEntries(Object.keys(properties).map((key) => [key, { $ref: '#' }]))
    : properties
  return shapeIssues(shapeErrors('template', { ...own, properties: stubbed }), (pointer) => placeOf(root, pointer))
}

/** Every node that cites, with its citations. */
const nodesBelow = (node: Resolved): readonly Resolved[] => [
  node,
  ...[...node.children.values(), ...(node.items ? [node.items] : []), ...(node.cell ? [node.cell] : [])].flatMap(
    nodesBelow,
  ),
]

const clauseIssues = (root: Resolved, context: PackContext): readonly Issue[] =>
  nodesBelow(root).flatMap((node) => {
    const cited = [
      { keyword: 'x-clause', value: node.keywords['x-clause'] },
      ...listOf(node.keywords['x-fixed-rows']).map((row, i) => ({
        keyword: `x-fixed-rows/${i}/x-clause`,
        value: property(row, 'x-clause'),
      })),
      ...(Array.isArray(node.keywords['x-rules'])
        ? node.keywords['x-rules'].map((rule, i) => ({
            keyword: `x-rules/${i}/clause`,
            value: isObject(rule) ? rule.clause : undefined,
          }))
        : []),
      ...listOf(node.keywords.oneOf).map((option, i) => ({
        keyword: `oneOf/${i}/x-clause`,
        value: property(option, 'x-clause'),
      })),
    ]
    return cited.flatMap(({ keyword, value }) =>
      clauseRefs(value)
        .filter((ref) => !context.clauses.has(ref))
        .map((ref) =>
          packIssue('unknown-clause', placeOf(node, `/${keyword}`), {
            ref,
            suggestion: nearest(ref, [...context.clauses.keys()]),
          }),
        ),
    )
  })

const safety = (
  root: Resolved,
  written: Built['written'],
  rules: Template['rules'],
  isSafe: IsSafePattern,
): readonly Issue[] => [
  ...nodesBelow(root).flatMap((node) => {
    const { pattern } = node.keywords
    if (typeof pattern !== 'string') return []
    const hint =
      node.keywords['x-pattern-hint'] === undefined
        ? [packIssue('missing-keyword', node.origin, { keyword: 'x-pattern-hint' })]
        : []
    return [...patternIssues(pattern, placeOf(node, '/pattern'), isSafe), ...hint]
  }),
  ...rules.flatMap((rule) => {
    const origin = written.find((entry) => entry.keyword === 'x-rules' && entry.path === rule.path)?.node
    return origin
      ? patternsIn(rule.assert.term).flatMap((pattern) =>
          patternIssues(pattern, placeOf(origin, `/x-rules/${ruleIndex(origin, rule.id)}`), isSafe),
        )
      : []
  }),
]

const ruleIndex = (node: Resolved, id: string): number => {
  const rules = node.keywords['x-rules']
  return Array.isArray(rules) ? rules.findIndex((rule) => isObject(rule) && rule.id === id) : 0
}

const citedClauses = (
  built: Built,
  rules: Template['rules'],
  own: readonly string[],
  context: PackContext,
): Readonly<Record<string, Clause>> => {
  const options = Object.values(built.lists).flatMap((list) => list.entries)
  const rows = walkBlocks(built).flatMap((block) => (block.block === 'table' ? (block.rowFacts ?? []) : []))
  const cited = [...walkBlocks(built), ...rows, ...rules, ...options].flatMap(({ clauses }) => clauses ?? [])
  const refs = new Set([...own, ...cited])
  return Object.fromEntries(
    [...refs].flatMap((ref) => {
      const clause = context.clauses.get(ref)
      return clause ? [[ref, clause] as const] : []
    }),
  )
}

type Typed = ReturnType<typeof typeExpressions>

/** The tree with its expressions hung where they belong. */
const withConditions = (sections: Template['sections'], typed: Typed): Template['sections'] => {
  const found = (is: 'when' | 'compute', path: readonly string[]) =>
    typed.derivations.find((one) => one.is === is && one.path.join('/') === path.join('/'))?.expression
  const hang = <B extends Block>(block: B): B => {
    const when = found('when', block.path)
    const compute = block.block === 'field' ? found('compute', block.path) : undefined
    const ofField = (some: Typed['prefills']) =>
      block.block === 'field' ? some.find((one) => one.path.join('/') === block.path.join('/'))?.expression : undefined
    const [prefill, atMost] = [ofField(typed.prefills), ofField(typed.bounds)]
    return {
      ...block,
      ...(when && { when }),
      ...(compute && { compute }),
      ...(prefill && { prefill }),
      ...(atMost && { atMost }),
      ...(block.block === 'matrix' && withTitles(block, typed.titles)),
      ...('children' in block && { children: block.children.map(hang) }),
      ...(block.block === 'table' && { columns: block.columns.map(hang) }),
    }
  }
  return sections.map(hang)
}

const withTitles = (matrix: Matrix, titles: Typed['titles']): Pick<Matrix, 'rows' | 'columns' | 'sums'> => {
  const own = titles.filter(({ path }) => path.join('/') === matrix.path.join('/'))
  const hang = <H extends Head>(side: 'rows' | 'columns', heads: readonly H[]): readonly H[] => {
    const found = (part: HeadTitle['part'], keys: readonly string[]) =>
      own.find((one) => one.side === side && one.part === part && keys.includes(one.key))?.expression
    const all = [...matrix[side], ...(matrix.sums?.[side] ?? [])]
    return heads.map((head): H => {
      const titleFrom = found('titleFrom', [head.key])
      // Written once, it names the group for each of them.
      const mates = all.filter(({ group }) => group !== undefined && group === head.group).map(({ key }) => key)
      const groupFrom = found('groupFrom', mates)
      return { ...head, ...(titleFrom && { titleFrom }), ...(groupFrom && { groupFrom }) }
    })
  }
  const { sums } = matrix
  return {
    rows: hang('rows', matrix.rows),
    columns: hang('columns', matrix.columns),
    ...(sums && { sums: { rows: hang('rows', sums.rows), columns: hang('columns', sums.columns) } }),
  }
}
