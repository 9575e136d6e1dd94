import { isObject, type Json, type JsonObject, property } from '@policyforms/core'
import { optionsOf } from './option-edits.ts'

/** A column of a table, as its template has it. */
export interface Column {
  readonly key: string
  readonly title: string
  readonly kind: string
  readonly schema: Json
}

/** A printed row: what its cells say, by column, and what it says of itself. */
export type Row = JsonObject

export const columnsOf = (table: Json | undefined): readonly Column[] => {
  const columns = property(property(table, 'items'), 'properties')
  return Object.entries(isObject(columns) ? columns : {}).map(([key, schema = null]) => ({
    key,
    title: String(property(schema, 'title') ?? key),
    kind: String(property(schema, 'x-kind') ?? ''),
    schema,
  }))
}

export const rowsIn = (value: Json | undefined): readonly Row[] =>
  (Array.isArray(value) ? value : []).filter((one) => isObject(one))

const numbers = ['number', 'money', 'percent', 'year']

/** What a cell shows: an option by its words, yes and no by theirs. */
export const cellText = ({ schema }: Column, value: Json | undefined): string => {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  const option = optionsOf(property(schema, 'oneOf')).find((one) => one.const === value)
  return option?.title ?? (typeof value === 'object' ? JSON.stringify(value) : String(value))
}

/** What was typed, as the column holds it: 1,200 and 2026年 are numbers where the column holds numbers. */
export const cellValue = ({ kind, schema }: Column, text: string): Json | undefined => {
  const typed = text.trim()
  if (typed === '') return undefined
  if (kind === 'yes-no' && /^[是否]$/.test(typed)) return typed === '是'
  const option = optionsOf(property(schema, 'oneOf')).find(({ title }) => title === typed)
  if (option) return option.const
  if (!numbers.includes(kind)) return typed
  const plain = typed
    .normalize('NFKC')
    .replace(/[,，\s]/g, '')
    .replace(kind === 'year' ? /年度?$/ : /%$/, '')
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : typed
}

export const withCell = (row: Row, column: Column, text: string): Row => {
  const { [column.key]: _, ...rest } = row
  const value = cellValue(column, text)
  return value === undefined ? rest : { ...row, [column.key]: value }
}

/** A block of cells from Excel, from a cell on to the right and down; rows that are missing are made. */
export const withBlock = (
  rows: readonly Row[],
  columns: readonly Column[],
  at: readonly [row: number, column: number],
  text: string,
): readonly Row[] => {
  const block = text.replace(/\r?\n$/, '').split(/\r?\n/)
  return block.reduce<readonly Row[]>((so, line, down) => {
    const i = at[0] + down
    const row = line.split('\t').reduce<Row>((made, cell, right) => {
      const column = columns[at[1] + right]
      return column ? withCell(made, column, cell) : made
    }, so[i] ?? {})
    return i < so.length ? so.with(i, row) : so.concat([row])
  }, rows)
}
