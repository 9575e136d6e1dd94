import type { JsonObject, Path } from '@policyforms/core'
import written from './patterns.json' with { type: 'json' }
import type { Pickable, Takes } from './pickable.ts'
import { freeRuleId } from './rule-edits.ts'

/** A blank of a pattern: a part of the answers, a number, an option of another blank, or a parameter of its code list. */
export interface Blank {
  readonly label: string
  readonly takes: Takes | 'literal' | 'option' | 'parameter'
  /** Of an option or parameter: the blank that it belongs to. */
  readonly of?: string
  /** A column of the same table as this blank's. */
  readonly beside?: string
  readonly begin?: string
  readonly least?: number
}

export interface Pattern {
  readonly id: string
  readonly title: string
  /** What it is listed under. */
  readonly group: string
  readonly sentence: string
  readonly blanks: Readonly<Record<string, Blank>>
  readonly assert: string
  readonly message: string
  readonly values?: Readonly<Record<string, string>>
  /** The blank that the rule is about. */
  readonly at: string
}

// JSON modules type each entry by what it happens to hold.
export const patterns = written.patterns as readonly unknown[] as readonly Pattern[]

/** What a blank is filled with. */
export type Filling =
  | { readonly is: 'field'; readonly field: Pickable }
  | { readonly is: 'word'; readonly text: string; readonly title: string }
export type Fillings = Readonly<Record<string, Filling>>

/** What stands for `{blank}` or `{blank.facet}` in an expression. */
const inExpression = (fillings: Fillings, name: string, facet: string): string => {
  const filling = fillings[name]
  if (!filling) return ''
  if (filling.is === 'word') return filling.text
  const { field } = filling
  switch (facet) {
    case 'key':
      // What stands in a row, with its part if it has any.
      return field.table ? field.text.slice(field.table.text.length + 1) : (field.path.at(-1) ?? '')
    case 'table':
      return field.table?.text ?? ''
    case 'list':
      return JSON.stringify(field.list ?? '')
    default:
      return field.text
  }
}

const inMessage = (fillings: Fillings, name: string, facet: string): string | undefined => {
  const filling = fillings[name]
  if (!filling) return undefined
  if (filling.is === 'word') return facet === 'title' ? filling.title : filling.text
  switch (facet) {
    case 'title':
      return filling.field.title
    case 'table.title':
    case 'table':
      return filling.field.table?.title ?? ''
    case 'unit':
      return filling.field.unit ?? ''
    default:
      return undefined
  }
}

const placeholder = /\{(\w+)(?:\.([\w.]+))?\}/g
const expression = (text: string, fillings: Fillings): string =>
  text.replace(placeholder, (_, name: string, facet = '') => inExpression(fillings, name, facet))

export interface Made {
  readonly rule: JsonObject
  /** The node that the rule is to be written at: the path without rows, and whether it is judged row by row. */
  readonly holder: Path
  readonly eachRow: boolean
}

/** The rule that a pattern makes once its blanks are filled; nothing while one is empty. */
export const ruleOf = (pattern: Pattern, fillings: Fillings, takenIds: readonly string[]): Made | undefined => {
  if (Object.keys(pattern.blanks).some((name) => !fillings[name])) return undefined
  const message = pattern.message
    .replace(placeholder, (whole, name: string, facet = '') => inMessage(fillings, name, facet) ?? whole)
    .replace(/ +([，。]|$)/g, '$1')
    .replace(/ {2,}/g, ' ')
  const own = Object.entries(pattern.values ?? {}).map(([name, text]) => [name, expression(text, fillings)] as const)
  const named = Object.entries(fillings).flatMap(([name, filling]) =>
    filling.is === 'field' && message.includes(`{${name}}`) ? [[name, filling.field.text] as const] : [],
  )
  const values = Object.fromEntries([...own, ...named])
  const eachRow = pattern.assert.includes('row.')
  const [about = ''] = pattern.at.split('.')
  const filling = fillings[about]
  const place = placeOf(filling?.is === 'field' ? filling.field : undefined, pattern.at.endsWith('.table'), eachRow)
  return {
    rule: {
      id: freeRuleId(pattern.id, takenIds),
      assert: expression(pattern.assert, fillings),
      message,
      ...(Object.keys(values).length > 0 && { values }),
      ...(place.at && { at: place.at }),
    },
    holder: place.holder,
    eachRow,
  }
}

/** The rule stands at the section around what it is about, and points to it; one for each row stands at the table's rows. */
const placeOf = (field: Pickable | undefined, isTable: boolean, eachRow: boolean) => {
  if (!field) return { holder: [], at: '' }
  const path = (isTable ? field.table : undefined)?.path ?? field.path
  if (eachRow) return { holder: path.slice(0, -1), at: path.at(-1) ?? '' }
  // A column has no place of its own without a row: its table is pointed at.
  const target = field.table ? field.table.path : path
  return target.length > 1 ? { holder: target.slice(0, -1), at: target.at(-1) ?? '' } : { holder: target, at: '' }
}
