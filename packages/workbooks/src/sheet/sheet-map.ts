import type { Template } from '@policyforms/core'
import { cellName } from '../book/address.ts'
import type { Frame, Placed, StyleBook } from '../book/book.ts'
import { ownSheets } from '../layout/plan.ts'
import { headRow, type Reference } from '../layout/references.ts'

/** What the hidden sheet says of the workbook: whose it is, and where each answer stands. */
export interface SheetMap {
  readonly template: string
  readonly title: string
  readonly version: string
  readonly hash: string
  /** The answers that it was written from held computed values. */
  readonly holdsComputed: boolean
  readonly entries: readonly MapEntry[]
}

export interface MapEntry {
  readonly sheet: string
  /** The answer's cell; of a table, the first cell below the head and the totals. */
  readonly cell: string
  /** `*` for the row of a table; ends in the part of a value that takes several cells. */
  readonly pointer: string
  /** Of a table: the head as it was printed, by which a moved column is found. */
  readonly head: string
}

const signature = 'policyforms-sheet-1'
const computedMark = 'computed'

export const mapFrame: Frame = {
  name: ownSheets.map,
  state: 'veryHidden',
  widths: [24, 12, 48, 32],
  merges: [],
  validations: [],
  locked: true,
  landscape: false,
}

export const mapRows = (
  template: Template,
  references: readonly Reference[],
  headOf: (reference: Reference) => string,
  holdsComputed: boolean,
  sheet: number,
  styles: StyleBook,
): readonly Placed[] => {
  const style = styles.of('text', '@')
  const row = (...texts: readonly string[]): Placed => ({ sheet, cells: texts.map((value) => ({ value, style })) })
  return [
    row(signature, template.id, template.title),
    row(template.version, template.hash, String(headRow), holdsComputed ? computedMark : ''),
    ...references.map((reference) =>
      row(reference.sheet, cellName(reference.row, reference.column), reference.pointer, headOf(reference)),
    ),
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
    entries: entries.flatMap(([sheet = '', cell = '', pointer = '', head = '']) =>
      sheet && cell && pointer ? [{ sheet, cell, pointer, head }] : [],
    ),
  }
}
