import { isObject, type Json, property } from '../answers/json.ts'
import { fieldKindOf } from '../fields/index.ts'
import type { Issue } from '../issues/issue.ts'
import { nearest } from '../issues/nearest.ts'
import type { Expression, RuleType, Term } from '../rules/expression.ts'
import { namesAt } from '../rules/names-at.ts'
import type { Parameters } from '../rules/translation.ts'
import type { Derivation, Field, Path, Rule, Section } from '../template/template.ts'
import { blockAt } from '../template/walk.ts'
import type { Built } from './build-template.ts'
import type { Written } from './building.ts'
import { placeOf } from './check-nodes.ts'
import { clauseRefs } from './keyword-values.ts'
import { type Origin, packIssue } from './source.ts'
import { typeExpression } from './type-expression.ts'

export interface Typed {
  readonly rules: readonly Rule[]
  readonly derivations: readonly (Derivation & { readonly origin: Origin })[]
  readonly prefills: readonly { readonly path: Path; readonly expression: Expression }[]
  /** What fields may be at most. */
  readonly bounds: readonly { readonly path: Path; readonly expression: Expression }[]
  /** Of the heads of matrices. */
  readonly titles: readonly HeadTitle[]
  /** Where each rule is written, by its id. */
  readonly origins: ReadonlyMap<string, Origin>
  readonly issues: readonly Issue[]
}

/** What gives a head its title: or its group their text: the matrix, the side and the key on it. */
export interface HeadTitle {
  readonly path: Path
  readonly side: 'rows' | 'columns'
  readonly key: string
  readonly part: 'titleFrom' | 'groupFrom'
  readonly expression: Expression
}

/** A path without its rows, as `blockAt` takes it. */
const inTree = (path: Path): Path => path.filter((key) => key !== '*')

/** Types every expression of a template against its blocks. What does not type gives an issue and is left out. */
export const typeExpressions = (built: Built, parameters: Parameters): Typed => {
  const issues: Issue[] = []
  const rules: Rule[] = []
  const derivations: (Derivation & { readonly origin: Origin })[] = []
  const prefills: { path: Path; expression: Expression }[] = []
  const bounds: { path: Path; expression: Expression }[] = []
  const titles: HeadTitle[] = []
  const ids = new Map<string, Origin>()

  const typed = (
    source: Json | undefined,
    path: Path,
    origin: Origin,
    wanted: RuleType['is'] | undefined,
  ): Expression | undefined => {
    if (typeof source !== 'string') return undefined
    const found = typeExpression(source, namesAt(built.sections, built.lists, path), origin, wanted, parameters)
    issues.push(...found.issues)
    return found.expression
  }

  const ruleAt = (rule: Json, index: number, { path, node }: Written): void => {
    const origin = placeOf(node, `/x-rules/${index}`)
    const below = (pointer: string): Origin => ({ ...origin, pointer: `${origin.pointer}/${pointer}` })
    const id = property(rule, 'id')
    if (typeof id !== 'string') return
    const used = ids.get(id)
    if (used && `${used.source.path}${used.pointer}` !== `${origin.source.path}${origin.pointer}`)
      issues.push(packIssue('duplicate-id', below('id'), { id, other: `${used.source.path} ${used.pointer}` }))
    ids.set(id, origin)
    const assert = typed(property(rule, 'assert'), path, below('assert'), 'truth')
    const given = property(rule, 'values')
    const values: Record<string, Expression> = {}
    for (const [name, source] of isObject(given) ? Object.entries(given) : []) {
      const value = typed(source, path, below(`values/${name}`), undefined)
      if (value) values[name] = value
    }
    const message = String(property(rule, 'message') ?? '')
    for (const [, name = ''] of message.matchAll(/\{(\w+)\}/g))
      if (!isObject(given) || !Object.hasOwn(given, name))
        issues.push(packIssue('message-value', below('message'), { name }))
    const at = String(property(rule, 'at') ?? '')
      .split('/')
      .filter(Boolean)
    const target = blockAt({ sections: built.sections }, [...inTree(path), ...at])
    if (at.length > 0 && !target && !isMatrixPlace(built.sections, [...path, ...at])) {
      const holder = blockAt({ sections: built.sections }, inTree(path))
      const names = holder && 'children' in holder ? holder.children.map((child) => child.key) : []
      issues.push(
        packIssue('unknown-field', below('at'), { path: at.join('/'), suggestion: nearest(at[0] ?? '', names) }),
      )
    }
    const own = clauseRefs(property(rule, 'clause'))
    const clauses = own.length > 0 ? own : (blockAt({ sections: built.sections }, inTree(path))?.clauses ?? [])
    if (assert)
      rules.push({
        id,
        path,
        at,
        assert,
        message,
        values,
        severity: property(rule, 'severity') === 'warning' ? 'warning' : 'error',
        clauses,
      })
  }

  for (const entry of built.written) {
    const { path, keyword, node, field } = entry
    const value = node.keywords[keyword]
    const origin = placeOf(node, `/${keyword}`)
    if (keyword === 'x-rules') {
      for (const [i, rule] of (Array.isArray(value) ? value : []).entries()) ruleAt(rule, i, entry)
      continue
    }
    if (keyword === 'x-rows' || keyword === 'x-columns') {
      for (const [index, head] of (Array.isArray(value) ? value : []).entries())
        for (const part of ['titleFrom', 'groupFrom'] as const) {
          const place = placeOf(node, `/${keyword}/${index}/${part}`)
          const expression = typed(property(head, part), path, place, 'text')
          const key = String(property(head, 'key') ?? '')
          // A choice gives its code, which nobody is to read.
          if (expression?.type.is === 'text' && expression.type.codes)
            issues.push(packIssue('rule-result', place, { wanted: '文字', found: '选项的代码' }))
          else if (expression)
            titles.push({ path, side: keyword === 'x-rows' ? 'rows' : 'columns', key, part, expression })
        }
      continue
    }
    const wanted = keyword === 'x-when' ? 'truth' : field && typeOf(field, built).is
    const expression = typed(value, path, origin, wanted)
    if (!expression) continue
    if (keyword === 'x-when') derivations.push({ path, is: 'when', expression, origin })
    if (keyword === 'x-compute')
      derivations.push({ path, is: 'compute', expression: rounded(expression, field?.places), origin })
    if (keyword === 'x-prefill') prefills.push({ path, expression })
    if (keyword === 'x-at-most') bounds.push({ path, expression })
  }
  return { rules, derivations, prefills, bounds, titles, origins: ids, issues }
}

const typeOf = (field: Field, built: Built): RuleType => fieldKindOf(field).type(field, built.lists)

/** A computed number is rounded half-up to the places of its field: nobody could mend what is beyond them. */
const rounded = (expression: Expression, places: number | undefined): Expression => {
  if (places === undefined) return expression
  const by: Term = { op: 'literal', type: 'number', value: String(places) }
  return { ...expression, term: { op: 'call', name: 'round', args: [expression.term, by] } }
}

const isMatrixPlace = (sections: readonly Section[], path: Path): boolean => {
  const matrix = [1, 2]
    .map((up) =>
      blockAt(
        { sections },
        path.slice(0, -up).filter((key) => key !== '*'),
      ),
    )
    .find((block) => block?.block === 'matrix')
  if (matrix?.block !== 'matrix') return false
  const [row, column] = path.slice(matrix.path.length)
  return (
    matrix.rows.some((head) => head.key === row) &&
    (column === undefined || matrix.columns.some((head) => head.key === column))
  )
}
