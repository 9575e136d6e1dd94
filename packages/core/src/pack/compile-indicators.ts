import { isObject, type Json, property } from '../answers/json.ts'
import type { ActualSource, Combine, Indicator, Indicators, Target } from '../indicators/indicator.ts'
import type { Issue } from '../issues/issue.ts'
import { nearest } from '../issues/nearest.ts'
import type { Expression, RuleType } from '../rules/expression.ts'
import { namesAt } from '../rules/names-at.ts'
import type { Template } from '../template/template.ts'
import { metaIssues, twice } from './check-files.ts'
import { clauseRefs, listOf, numberOf, present, textOf } from './keyword-values.ts'
import type { PackContext } from './pack-context.ts'
import { packIssue, type Source } from './source.ts'
import { typeExpression } from './type-expression.ts'

type Templates = ReadonlyMap<string, Template | undefined>

/** `indicators.json` of a pack: its shape, and every clause, template and expression in it. It comes out only without errors. */
export const compileIndicators = (
  source: Source | undefined,
  context: PackContext,
  templates: Templates,
): { readonly indicators?: Indicators; readonly issues: readonly Issue[] } => {
  if (!source) return { issues: [] }
  const issues: Issue[] = [...metaIssues('indicators', source), ...twice(source, 'indicators', 'id')]
  if (issues.length > 0) return { issues }
  const found = listOf(property(source.value, 'indicators')).map((written, i) =>
    indicatorOf({ source, context, templates, issues }, written, `/indicators/${i}`),
  )
  if (issues.some(({ severity }) => severity === 'error')) return { issues }
  const title = textOf(property(source.value, 'title')) ?? ''
  return {
    indicators: { title, ...present({ note: textOf(property(source.value, 'note')) }), indicators: found },
    issues,
  }
}

interface On {
  readonly source: Source
  readonly context: PackContext
  readonly templates: Templates
  readonly issues: Issue[]
}

const indicatorOf = (on: On, written: Json, at: string): Indicator => {
  const actual = property(written, 'actual')
  const sources = actual === undefined ? [] : Array.isArray(actual) ? listOf(actual) : [actual]
  return {
    id: textOf(property(written, 'id')) ?? '',
    title: textOf(property(written, 'title')) ?? '',
    unit: textOf(property(written, 'unit')) ?? '',
    places: numberOf(property(written, 'places')) ?? 0,
    clauses: clausesOf(on, written, at),
    ...present({ note: textOf(property(written, 'note')) }),
    targets: targetsOf(on, written, at),
    sources: sources.flatMap(
      (one, i) => sourceOf(on, one, Array.isArray(actual) ? `${at}/actual/${i}` : `${at}/actual`) ?? [],
    ),
  }
}

const clausesOf = (on: On, written: Json, at: string): Indicator['clauses'] =>
  clauseRefs(property(written, 'clause')).flatMap((ref) => {
    const clause = on.context.clauses.get(ref)
    if (clause) return [{ ref, heading: clause.heading }]
    const suggestion = nearest(ref, [...on.context.clauses.keys()])
    on.issues.push(packIssue('unknown-clause', { source: on.source, pointer: `${at}/clause` }, { ref, suggestion }))
    return []
  })

const targetsOf = (on: On, written: Json, at: string): readonly Target[] => {
  const seen = new Set<string>()
  return listOf(property(written, 'targets')).map((target, i) => {
    const here = { source: on.source, pointer: `${at}/targets/${i}` }
    const year = numberOf(property(target, 'year')) ?? 0
    const place = textOf(property(target, 'place'))
    const least = numberOf(property(target, 'value')) ?? numberOf(property(target, 'min'))
    const most = numberOf(property(target, 'max'))
    if (least !== undefined && most !== undefined && least > most)
      on.issues.push(packIssue('bounds-order', here, { low: 'min', high: 'max' }))
    const id = `${place ?? ''}${year}`
    if (seen.has(id)) on.issues.push(packIssue('duplicate-id', here, { id, other: `${on.source.path} ${at}/targets` }))
    seen.add(id)
    return { year, about: property(target, 'about') === true, ...present({ least, most, place }) }
  })
}

const sourceOf = (on: On, written: Json, at: string): ActualSource | undefined => {
  const name = textOf(property(written, 'template')) ?? ''
  if (!on.templates.has(name)) {
    const params = { template: name, suggestion: nearest(name, [...on.templates.keys()]) }
    on.issues.push(packIssue('unknown-template', { source: on.source, pointer: `${at}/template` }, params))
    return undefined
  }
  // A template that is at fault itself is told there.
  const template = on.templates.get(name)
  if (!template || !isObject(written)) return undefined
  const typed = (key: 'year' | 'place' | 'when' | 'value', wanted: RuleType['is']): Expression | undefined => {
    const text = textOf(written[key])
    if (text === undefined) return undefined
    const origin = { source: on.source, pointer: `${at}/${key}` }
    const names = namesAt(template.sections, template.lists, [])
    const { expression, issues } = typeExpression(text, names, origin, wanted, on.context.parameters)
    on.issues.push(...issues)
    return expression
  }
  const [year, value, place, when] = [
    typed('year', 'number'),
    typed('value', 'number'),
    typed('place', 'text'),
    typed('when', 'truth'),
  ]
  if (!year || !value) return undefined
  // The shape has been checked: it is one of them.
  const combine = written.combine as Combine
  return { template: template.id, year, value, combine, running: written.running === true, ...present({ place, when }) }
}
