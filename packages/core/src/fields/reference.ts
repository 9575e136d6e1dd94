import { type Json, textOfJson } from '../answers/json.ts'
import { type CodeList, leafOf, titleOf } from '../template/code-list.ts'
import type { Field } from '../template/template.ts'
import { listOf } from './choice.ts'
import { type Fault, type FieldKind, type Lists, type Parsed, shapeFault } from './field-kind.ts'
import { isRowId, readRows, showGone } from './row-text.ts'

// A reference is a choice whose options are the rows of a table as they stand: `lists` holds them under the field's
// `list`, made by `liveLists`. The value is the id of the row; what is shown is its number and its name.

const aboutRow = (field: Field): string => `${field.refers?.table.join('.') ?? ''} 中一行的 id`

const gone = (value: string, list: CodeList): Fault => ({ code: 'row-gone', params: { value, table: list.title } })

export const reference = {
  kind: 'reference',
  name: '引用一行',
  schema: (field) => ({ type: 'string', minLength: 1, maxLength: 64, $comment: aboutRow(field) }),
  type: (field) => ({ is: 'text', ...(field.refers && { row: field.refers.table }) }),
  isBlank: (value) => value === '',
  faults: (value, field, lists) => {
    if (typeof value !== 'string') return shapeFault('text')
    const list = listOf(field, lists)
    return leafOf(list, value) ? [] : [gone(value, list)]
  },
  show: (value, field, lists) => {
    const [list, id] = [listOf(field, lists), textOfJson(value)]
    // A text that is no id was pasted or typed, and is kept as it is.
    return leafOf(list, id) || !isRowId(value) ? titleOf(list, id) : showGone(id)
  },
  parse: (typed, field, lists): Parsed => {
    const list = listOf(field, lists)
    const [row, ...more] = readRows(list, typed) ?? []
    return row !== undefined && more.length === 0 ? { value: row } : { fault: gone(typed, list) }
  },
  none: undefined,
  align: 'start',
  width: () => 24,
  wide: false,
} satisfies FieldKind

const rowFaults = (rows: readonly Json[], field: Field, lists: Lists): readonly Fault[] =>
  rows.flatMap((row, i): readonly Fault[] => {
    const list = listOf(field, lists)
    if (typeof row !== 'string' || !leafOf(list, row)) return [{ ...gone(textOfJson(row), list), at: [i] }]
    return rows.indexOf(row) < i ? [{ code: 'duplicate', params: { value: titleOf(list, row) }, at: [i] }] : []
  })

export const references = {
  kind: 'references',
  name: '引用若干行',
  schema: (field) => ({
    type: 'array',
    uniqueItems: true,
    items: reference.schema(field),
    ...(field.minItems !== undefined && { minItems: field.minItems }),
    ...(field.maxItems !== undefined && { maxItems: field.maxItems }),
  }),
  type: (field) => ({ is: 'list', of: reference.type(field) }),
  isBlank: (value) => Array.isArray(value) && value.length === 0,
  faults: (value, field, lists) => {
    if (!Array.isArray(value)) return shapeFault('options')
    const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = field
    return [
      ...rowFaults(value, field, lists),
      ...(value.length < minItems ? [{ code: 'too-few-items' as const, params: { limit: minItems } }] : []),
      ...(value.length > maxItems ? [{ code: 'too-many-items' as const, params: { limit: maxItems } }] : []),
    ]
  },
  show: (value, field, lists) =>
    Array.isArray(value) ? value.map((row) => reference.show(row, field, lists)).join('、') : textOfJson(value),
  parse: (typed, field, lists): Parsed => {
    const list = listOf(field, lists)
    const rows = readRows(list, typed)
    return rows ? { value: [...new Set(rows)] } : { fault: gone(typed, list) }
  },
  none: undefined,
  align: 'start',
  width: () => 28,
  wide: true,
} satisfies FieldKind
