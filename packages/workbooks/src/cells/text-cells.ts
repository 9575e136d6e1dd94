import { type Field, fieldKindOf } from '@policyforms/core'
import type { CellKind, CellPart, CellReading, Lists, ReadCell } from './cell-kind.ts'

/** A number in a cell for text: a telephone number that Excel took for one. 15 digits are all that Excel keeps. */
export const textOf = ({ value }: ReadCell): string =>
  typeof value === 'number' ? numberText(value) : typeof value === 'boolean' ? (value ? '是' : '否') : value

const numberText = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(Number(value.toPrecision(15)))

/** Reads a text the way the field's own kind does; what it finds wrong is told as `code`. */
export const readAsKind = (
  text: string,
  field: Field,
  lists: Lists,
  code: 'not-a-number' | 'not-a-date' | 'not-an-option',
): CellReading => {
  const parsed = fieldKindOf(field).parse(text, field, lists)
  return 'value' in parsed ? parsed : { wrong: text, code }
}

const part: CellPart = {
  key: '',
  suffix: '',
  format: () => '@',
  width: (field, lists) => Math.max(12, fieldKindOf(field).width(field, lists)),
  write: (value) => (typeof value === 'string' ? value : JSON.stringify(value)),
  read: (cell, field, lists) => {
    const text = textOf(cell)
    return text.trim() === '' ? undefined : readAsKind(text, field, lists, 'not-an-option')
  },
  asked: ({ maxLength }) =>
    maxLength === undefined
      ? undefined
      : { type: 'textLength', least: 0, most: maxLength, error: `最多 ${maxLength} 个字符。`, strict: false },
}

const caps = ({ minChars, maxChars, minLength, maxLength, pattern }: Field): string =>
  [
    minChars !== undefined && `不少于 ${minChars} 字`,
    maxChars !== undefined && `限 ${maxChars} 字`,
    minLength !== undefined && minLength > 1 && `不少于 ${minLength} 个字符`,
    maxLength !== undefined && maxChars === undefined && maxLength < 200 && `最多 ${maxLength} 个字符`,
    pattern?.hint,
  ]
    .filter((cap) => cap !== false && cap !== undefined)
    .join('，')

export const textCell: CellKind = { parts: () => [part], hint: caps, adds: false }

export const narrativeCell: CellKind = {
  parts: () => [{ ...part, roomy: true, width: () => 40 }],
  hint: (field) => [caps(field), '分段时按 Alt+Enter 换行'].filter(Boolean).join('，'),
  adds: false,
}

export const identifierCell: CellKind = { parts: () => [part], hint: caps, adds: false }
