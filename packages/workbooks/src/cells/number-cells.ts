import { type Field, fieldKindOf, placesOfNumber } from '@policyforms/core'
import type { CellKind, CellPart, CellReading, ReadCell } from './cell-kind.ts'
import { readAsKind } from './text-cells.ts'

/** #,##0.00 for two places. */
export const numberFormat = (places = 0): string => (places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`)

// Excel reckons in binary and keeps 15 digits: 0.1+0.2 in a cell is 0.30000000000000004, and is meant as 0.3.
const tidy = (value: number, places: number): number => {
  if (placesOfNumber(value) <= places) return value
  const shorter = Number(value.toPrecision(15))
  return placesOfNumber(shorter) < placesOfNumber(value) ? shorter : value
}

const readNumber = (cell: ReadCell, field: Field): CellReading => {
  if (typeof cell.value === 'number') return { value: tidy(cell.value, field.places ?? 0) }
  if (typeof cell.value === 'boolean') return { wrong: cell.value ? 'TRUE' : 'FALSE', code: 'not-a-number' }
  return cell.value.trim() === '' ? undefined : readAsKind(cell.value, field, {}, 'not-a-number')
}

const limits = ({ minimum, maximum, places = 0, unit }: Field): string => {
  const shape = places === 0 ? '整数' : `数字，最多 ${places} 位小数`
  const range =
    minimum !== undefined && maximum !== undefined
      ? `，${minimum} 至 ${maximum}`
      : minimum !== undefined
        ? `，不小于 ${minimum}`
        : maximum !== undefined
          ? `，不大于 ${maximum}`
          : ''
  return `请填${shape}${range}${unit ? `，单位为${unit}` : ''}。`
}

const part: CellPart = {
  key: '',
  suffix: '',
  format: ({ places }) => numberFormat(places),
  width: (field, lists) => Math.max(12, fieldKindOf(field).width(field, lists)),
  write: (value) => (typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value)),
  read: readNumber,
  asked: (field) => ({
    type: field.places ? 'decimal' : 'whole',
    least: field.minimum ?? -1e15,
    most: field.maximum ?? 1e15,
    error: limits(field),
    strict: true,
  }),
}

const bounds = ({ minimum, maximum }: Field): string =>
  [minimum !== undefined && minimum !== 0 && `最小 ${minimum}`, maximum !== undefined && `最大 ${maximum}`]
    .filter(Boolean)
    .join('，')

export const numberCell: CellKind = { parts: () => [part], hint: bounds, adds: true }

const hundredfold = (value: number): number => Number((value * 100).toPrecision(15))

/** Stored and shown as 45.5 with its unit in the head; a cell that shows 45.5% holds 0.455. */
export const percentCell: CellKind = {
  parts: () => [
    {
      ...part,
      read: (cell, field) => {
        if (typeof cell.value === 'number' && cell.percent) return readNumber({ value: hundredfold(cell.value) }, field)
        return typeof cell.value === 'string'
          ? readNumber({ value: cell.value.replace(/\s*[%％]\s*$/, '') }, field)
          : readNumber(cell, field)
      },
    },
  ],
  hint: bounds,
  adds: false,
}
