import type { CodeList, Field, Json } from '@policyforms/core'
import type { Scalar } from '../book/book.ts'

/** The code lists of a template, by name. */
export type Lists = Readonly<Record<string, CodeList>>

/** What a cell gives when it is read. */
export interface ReadCell {
  readonly value: Scalar
  /** The number shows as a percentage: 45% is stored as 0.45. */
  readonly percent?: boolean
  /** Were it a date, its serial would count from 1904: a file of an old Mac. */
  readonly since1904?: boolean
  /** An Excel error such as #REF!. */
  readonly error?: boolean
}

/** A value, names of files to be matched, a text that could not be understood, or nothing. */
export type CellReading =
  | { readonly value: Json }
  | { readonly files: readonly string[] }
  | { readonly wrong: string; readonly code: WrongCode }
  | undefined
export type WrongCode = 'not-a-number' | 'not-a-date' | 'not-an-option' | 'cell-unreadable'

/** A value that takes a cell for each level of a tree, the next offered by what the last one says. */
export interface Levels {
  readonly list: CodeList
  readonly write: (value: Json) => readonly string[]
  /** Takes the text of every level, blank ones included. */
  readonly read: (texts: readonly string[]) => CellReading
}

/** What a drop-down or limit asks of a cell, before the sheet turns it into references. */
export type Asked =
  | {
      readonly type: 'list'
      readonly options: readonly string[]
      readonly key: string
      /** Something else may be typed as well. */
      readonly isOpen?: true
    }
  | {
      readonly type: 'whole' | 'decimal' | 'date' | 'textLength'
      readonly least?: number
      readonly most?: number
      readonly error: string
      readonly strict: boolean
    }

/** One cell's worth of a value. Most kinds have one; an open choice has its option and its text. */
export interface CellPart {
  /** The property of the value that stands here; empty when the value itself does. */
  readonly key: string
  /** Follows the field's title in the head: 其他, 起, 止. */
  readonly suffix: string
  readonly format: (field: Field) => string | undefined
  /** Holds paragraphs: its row is tall and its column wide. */
  readonly roomy?: true
  readonly width: (field: Field, lists: Lists) => number
  /** Undefined leaves the cell empty. Total: a value of the wrong shape is written as it is. */
  readonly write: (value: Json, field: Field, lists: Lists) => Scalar | undefined
  readonly read: (cell: ReadCell, field: Field, lists: Lists) => CellReading
  readonly asked?: (field: Field, lists: Lists) => Asked | undefined
  /** Undefined where one cell is enough. */
  readonly levels?: (field: Field, lists: Lists) => Levels | undefined
}

/** How one kind of field lives in a workbook. */
export interface CellKind {
  readonly parts: (field: Field) => readonly CellPart[]
  /** How to fill it in, printed in the note beside the cell; empty when the label says it all. */
  readonly hint: (field: Field, lists: Lists) => string
  /** Whether the sum of many means anything. */
  readonly adds: boolean
}
