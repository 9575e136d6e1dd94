import type { Json } from '../../answers/json.ts'
import { pointerOf, valueAt } from '../../answers/pointer.ts'
import { liveLists } from '../../answers/rows.ts'
import type { Term } from '../../rules/expression.ts'
import type { Rule, Table } from '../../template/template.ts'
import { movesOf } from '../boundaries/moves.ts'
import { isRead, readingOf } from '../rule-verdict.ts'
import { sampleValue } from '../sample-answers.ts'
import { type Change, changed } from './change.ts'
import { rowsDial, valueDials } from './dials.ts'
import type { Draft } from './draft.ts'
import type { Leaf } from './leaves.ts'

/** The texts that are written in a rule. */
const literalsOf = (term: Term): readonly string[] => {
  if (term.op === 'literal') return term.type === 'text' ? [String(term.value)] : []
  return Object.values(term).flatMap((part): readonly string[] =>
    typeof part === 'object' && part !== null
      ? (Array.isArray(part) ? part : [part]).flatMap((one) => (isTerm(one) ? literalsOf(one) : []))
      : [],
  )
}
const isTerm = (part: unknown): part is Term => typeof part === 'object' && part !== null && 'op' in part

const isText = (value: Json | undefined): value is string => typeof value === 'string'

/** Other values that the answers which a rule reads could have. */
export const optionsOf = (draft: Draft, rule: Rule, leaves: readonly Leaf[]): readonly Change[] => {
  const { template, settled, answers } = draft
  const lists = liveLists(template, settled.answers)
  const literals = literalsOf(rule.assert.term)
  const texts = leaves.filter(({ field }) => field.kind === 'text').map(({ place }) => valueAt(answers, place))
  const said = [...new Set(texts.filter(isText)), ...literals]
  return leaves.flatMap(({ field, place }) => {
    const value = valueAt(answers, place)
    const blank = value === undefined ? [sampleValue(field, template)] : []
    const others = field.kind === 'text' ? [...said, ...literals.map((one) => `${value ?? ''}${one}`)] : []
    return [...blank, ...others, ...movesOf(field, value, lists)]
      .filter((next) => next !== undefined || !field.required)
      .map((next): Change => [{ place, value: next }])
  })
}

/** Nothing in a whole row of a matrix, or in a column of one or of a table. */
export const zeros = (leaves: readonly Leaf[]): readonly Change[] => {
  const free = leaves.filter(
    ({ field }) => (field.kind === 'number' || field.kind === 'money') && (field.minimum ?? 0) <= 0,
  )
  const lines = [
    Map.groupBy(free, ({ place }) => pointerOf(place.slice(0, -1))),
    Map.groupBy(free, ({ place }) => pointerOf([...place.slice(0, -2), '*', place.at(-1) ?? ''])),
  ]
  return lines
    .flatMap((line) => [...line.values()])
    .filter((line) => line.length > 1)
    .map((line) => line.map(({ place }) => ({ place, value: 0 })))
}

/** A table with one row more in which one answer that the rule reads is another. */
export const variantRows = (draft: Draft, rule: Rule, table: Table, rows: readonly Json[]): readonly Change[] => {
  const more = rowsDial(draft.template, table, rows)
  if (!more || rows.length >= more.most) return []
  const longer = [{ place: table.path, value: more.at(rows.length + 1) }]
  const next = { ...draft, answers: changed(draft.answers, longer) }
  const { paths } = readingOf(draft.template, rule)
  const leaves = table.columns.flatMap((column): readonly Leaf[] =>
    column.compute || !isRead(paths, column.path)
      ? []
      : [{ field: column, place: [...table.path, rows.length, column.key] }],
  )
  const steps = leaves.flatMap(({ field, place }) =>
    valueDials(field, place, valueAt(next.answers, place), draft.today).flatMap((dial) =>
      [dial.now + 1, dial.now - 1].map((rung): Change => [{ place, value: dial.at(rung) }]),
    ),
  )
  return [...optionsOf(next, rule, leaves), ...steps].map((change) => [...longer, ...change])
}
