import { plainText } from '../book/xml.ts'
import type { ReadCell } from '../cells/cell-kind.ts'

/** What cells refer to. */
export interface CellContext {
  readonly strings: readonly string[]
  /** Styles (by number) whose format shows a percentage. */
  readonly percents: ReadonlySet<number>
  readonly since1904: boolean
}

/** What a cell of a type says; `type` is the `t` of its start tag, `raw` what stands in its `v`. */
export const cellValue = (
  type: string,
  raw: string,
  isPercent: boolean,
  { strings, since1904 }: CellContext,
): ReadCell | undefined => {
  switch (type) {
    case 's':
      return textCell(strings[Number(raw)] ?? '')
    case 'str':
    case 'd':
      return textCell(plainText(raw))
    case 'b':
      return { value: raw.trim() === '1' || raw.trim() === 'true' }
    case 'e':
      return { value: plainText(raw), error: true }
    default: {
      const value = Number(raw)
      if (!Number.isFinite(value) || raw.trim() === '') return undefined
      if (isPercent) return { value, percent: true }
      return since1904 ? { value, since1904 } : { value }
    }
  }
}

export const textCell = (value: string): ReadCell | undefined => (value === '' ? undefined : { value })
