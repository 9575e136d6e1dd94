import { type Field, fieldKindOf, fieldKinds } from '@policyforms/core'
import type { CellKind, CellPart } from './cell-kind.ts'
import { readAsKind, textOf } from './text-cells.ts'

const part = (options: readonly string[]): CellPart => ({
  key: '',
  suffix: '',
  format: () => '@',
  width: () => 12,
  write: (value, field) =>
    fieldKindOf(field).isBlank(value)
      ? undefined
      : typeof value === 'boolean'
        ? fieldKindOf(field).show(value, field, {})
        : JSON.stringify(value),
  read: (cell, field, lists) => {
    if (typeof cell.value === 'boolean') return { value: cell.value }
    const text = textOf(cell)
    return text.trim() === '' ? undefined : readAsKind(text, field, lists, 'not-an-option')
  },
  asked: () => ({ type: 'list', options, key: options.join('') }),
})

const shown = (kind: 'yes-no' | 'statement', ...values: readonly boolean[]) =>
  values.map((value) => fieldKinds[kind].show(value))

export const yesNoCell: CellKind = {
  parts: () => [part(shown('yes-no', true, false))],
  hint: () => '请选择“是”或“否”',
  adds: false,
}

/** What is declared stands in the note, so that it is read before it is confirmed. */
export const statementCell: CellKind = {
  parts: () => [part(shown('statement', true, false))],
  hint: ({ text }: Field) => [...(text ?? []), '确认后请选择“已确认”。'].join('\n'),
  adds: false,
}
