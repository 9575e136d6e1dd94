import type { Template } from '@policyforms/core'
import type { Frame, Placed, StyleBook } from '../book/book.ts'
import { ownSheets } from '../layout/plan.ts'
import { headRow } from '../layout/references.ts'

/** What the hidden sheet says of the workbook: whose it is, and where each answer stands. */
export interface SheetMap {
  readonly template: string
  readonly title: string
  readonly version: string
  readonly hash: string
  /** The answers that it was written from held computed values. */
  readonly holdsComputed: boolean
  readonly entries: readonly MapEntry[]
  /** By which number, on the sheet of a table, each of its rows went out. */
  readonly rows: readonly MappedRow[]
}

export interface MapEntry {
  readonly sheet: string
  /** The answer's cell; of a table, the first cell below the head and the totals. */
  readonly cell: string
  /** `*` for the row of a table; ends in the part of a value that takes several cells. */
  readonly pointer: string
  /** Of a table: the head as it was printed, by which a moved column is found. */
  readonly head: string
  /** Of a single cell: what stands at the left of its row, and in which column, so that a moved row is found. */
  readonly label: string
  readonly labelColumn: number
}

export interface MappedRow {
  readonly number: string
  /** Of the table. */
  readonly pointer: string
  readonly id: string
}

const signature = 'policyforms-sheet-1'
const computedMark = 'computed'
/** Stands where an entry names its sheet; no sheet's name has a colon. */
const rowMark = ':row'

export const mapFrame: Frame = {
  name: ownSheets.map,
  state: 'veryHidden',
  widths: [24, 12, 48, 32, 32, 8],
  merges: [],
  validations: [],
  locked: true,
}

export const mapRows = (
  template: Template,
  entries: readonly MapEntry[],
  rows: readonly MappedRow[],
  holdsComputed: boolean,
  sheet: number,
  styles: StyleBook,
): readonly Placed[] => {
  const style = styles.of('text', '@')
  const row = (...texts: readonly string[]): Placed => ({ sheet, cells: texts.map((value) => ({ value, style })) })
  return [
    row(signature, template.id, template.title),
    row(template.version, template.hash, String(headRow), holdsComputed ? computedMark : ''),
    ...entries.map((entry) =>
      row(entry.sheet, entry.cell, entry.pointer, entry.head, entry.label, String(entry.labelColumn)),
    ),
    ...rows.map(({ number, pointer, id }) => row(rowMark, number, pointer, id)),
  ]
}

/** The map as it was read; undefined if the workbook is none of ours. Takes rows of texts. */
export const readMap = (rows: readonly (readonly string[])[]): SheetMap | undefined => {
  const [[mark, template = '', title = ''] = [], [version = '', hash = '', , computed = ''] = [], ...entries] = rows
  if (mark !== signature) return undefined
  return {
    template,
    title,
    version,
    hash,
    holdsComputed: computed === computedMark,
    entries: entries.flatMap(([sheet = '', cell = '', pointer = '', head = '', label = '', at = '']) =>
      sheet && sheet !== rowMark && cell && pointer
        ? [{ sheet, cell, pointer, head, label, labelColumn: Number(at) || 0 }]
        : [],
    ),
    rows: entries.flatMap(([mark = '', number = '', pointer = '', id = '']) =>
      mark === rowMark ? [{ number, pointer, id }] : [],
    ),
  }
}
