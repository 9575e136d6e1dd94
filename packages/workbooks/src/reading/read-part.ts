import type { Field, Issue, Json, Template } from '@policyforms/core'
import { cellName } from '../book/address.ts'
import type { CellPart, ReadCell } from '../cells/cell-kind.ts'
import { textOf } from '../cells/text-cells.ts'
import type { FileMatcher } from './match-files.ts'

export interface CellRead {
  readonly part: CellPart
  readonly row: number
  readonly column: number
  readonly cell?: ReadCell
}

export interface CellFault {
  readonly key: string
  readonly cell: string
  readonly issue: Pick<Issue, 'code' | 'severity' | 'params'>
}

interface Context {
  readonly template: Pick<Template, 'lists'>
  readonly matchFile: FileMatcher
}

/** The value of one field from its cells, and what is wrong with them. */
export const readParts = (
  cells: readonly CellRead[],
  field: Field,
  context: Context,
): { readonly value?: Json; readonly faults: readonly CellFault[] } => {
  const parts = [...Map.groupBy(cells, ({ part }) => part.key)].map(([key, pieces]) => ({
    key,
    ...readPart(pieces, field, context),
  }))
  const faults = parts.flatMap((part) => part.faults)
  const given = parts.filter((part) => part.value !== undefined)
  if (given.length === 0) return { faults }
  const whole = given.find(({ key }) => key === '')
  return { value: whole?.value ?? Object.fromEntries(given.map(({ key, value }) => [key, value])), faults }
}

/** One cell, or the cells that a long text goes on in. */
const joined = (pieces: readonly CellRead[]): ReadCell | undefined => {
  const cells = pieces.flatMap(({ cell }) => cell ?? [])
  return cells.length > 1 ? { value: cells.map(textOf).join('') } : cells[0]
}

const readPart = (
  pieces: readonly CellRead[],
  field: Field,
  context: Context,
): { readonly value?: Json; readonly faults: readonly CellFault[] } => {
  const [first] = pieces
  const cell = joined(pieces)
  if (!first || !cell) return { faults: [] }
  const fault = (code: Issue['code'], params: Issue['params'], severity: Issue['severity'] = 'error'): CellFault => ({
    key: first.part.key,
    cell: cellName(first.row, first.column),
    issue: { code, severity, params },
  })
  if (cell.error) return { faults: [fault('cell-unreadable', { value: String(cell.value), expected: field.title })] }
  const found = first.part.read(cell, field, context.template.lists)
  if (found === undefined) return { faults: [] }
  if ('value' in found) return { value: found.value, faults: [] }
  if ('wrong' in found) return { faults: [fault(found.code, { value: found.wrong })] }
  const matched = found.files.map((name) => ({ name, file: context.matchFile(name) }))
  const files = matched.flatMap(({ file }) => (file ? [{ ...file }] : []))
  const lost = matched.filter(({ file }) => !file)
  return {
    ...(files.length > 0 && { value: files }),
    faults: lost.map(({ name }) => fault('cell-unreadable', { value: name, expected: '已上传的文件名' })),
  }
}
