import type { Chart } from '../charts/chart.ts'

/** A workbook before it is written: frames that are known at once, and rows that may stream. */
export interface Book {
  readonly title: string
  /** ISO date that stands as the day it was made. */
  readonly today: string
  readonly sheets: readonly Frame[]
  readonly styles: readonly Style[]
  /** Batches of rows, each row naming its sheet by index; a sheet's rows come in order. */
  readonly rows: AsyncIterable<readonly Placed[]> | Iterable<readonly Placed[]>
}

export type Placed = CellRow | ValueRow

interface Row {
  readonly sheet: number
  /** Points. */
  readonly height?: number
  /** The last row that the filter of the sheet covers; rows after it are totals. */
  readonly beyondFilter?: boolean
}

export interface CellRow extends Row {
  readonly cells: readonly (Cell | undefined)[]
}

/** A row of plain values, which lists have by the hundred thousand: nothing is made for each cell. */
export interface ValueRow extends Row {
  readonly values: readonly (Scalar | undefined)[]
  readonly styles: readonly number[]
}

export type Scalar = string | number | boolean

export interface Cell {
  readonly value?: Scalar | undefined
  /** Without the equals sign. Only ever made from a template, never from an answer. */
  readonly formula?: string
  /** An index into the book's styles. */
  readonly style: number
}

export type Look =
  | 'title'
  | 'caption'
  | 'head'
  | 'group'
  | 'label'
  | 'note'
  | 'input'
  | 'locked'
  | 'total'
  | 'plain'
  | 'absent'
  | 'text'
  | 'open'

export interface Style {
  readonly look: Look
  /** An Excel number format; `@` is text. */
  readonly format?: string
  readonly align?: 'start' | 'center' | 'end'
}

/** All of a sheet but its rows. */
export interface Frame {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  readonly widths: readonly number[]
  /** Styles that empty columns wear below what is written. */
  readonly columnStyles?: readonly (number | undefined)[]
  readonly frozen?: { readonly rows: number; readonly columns: number }
  /** The row of heads that carries filter buttons. */
  readonly filterRow?: number
  /** Ranges such as A1:D1; heads only, for there must be few. */
  readonly merges: readonly string[]
  readonly validations: readonly { readonly range: string; readonly validation: Validation }[]
  /** Ranges that turn grey while the formula holds. */
  readonly greyed?: readonly { readonly range: string; readonly formula: string }[]
  /** Ranges that get the lines of a table while the formula holds. */
  readonly ruled?: Frame['greyed']
  readonly comments?: readonly { readonly cell: string; readonly text: string }[]
  readonly locked: boolean
  /** Rows printed on top of each page, such as 1:3. */
  readonly repeat?: string
  readonly tab?: 'accent' | 'quiet'
  readonly charts?: readonly Chart[]
  /** Columns, from 0, before which a page may end well, if one page cannot hold them all. */
  readonly starts?: readonly number[]
  /** Printed on its side at a percentage, with pages that end after these rows; as its widths ask for unless told. */
  readonly pages?: { readonly scale: number; readonly breaks: readonly number[] }
}

export interface Validation {
  readonly type: 'list' | 'whole' | 'decimal' | 'date' | 'textLength'
  readonly operator?: 'between' | 'greaterThanOrEqual' | 'lessThanOrEqual'
  readonly formulae: readonly (string | number)[]
  readonly error: string
  /** A warning lets the person go on. */
  readonly strict: boolean
  /** Says nothing to whatever is typed: it only offers. */
  readonly offers?: boolean
}

/** Gives each style one number, so that a column shares one style however many cells it has. */
export const styleBook = () => {
  const styles: Style[] = []
  const numbers = new Map<string, number>()
  return {
    styles,
    of: (look: Look, format?: string, align?: Style['align']): number => {
      const key = `${look}|${format ?? ''}|${align ?? ''}`
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, styles.length)
      return styles.push({ look, ...(format !== undefined && { format }), ...(align !== undefined && { align }) }) - 1
    },
  }
}

export type StyleBook = ReturnType<typeof styleBook>
