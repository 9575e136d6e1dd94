/** A content control that was found in a file, with what it holds in the sense that all tracked changes are accepted. */
export interface Spot {
  readonly tag: string
  /** Paragraphs one below the other; empty while it shows a placeholder. */
  readonly text: string
  /** Of a box to tick. */
  readonly checked?: boolean
  /** Holds a picture or another drawing. */
  readonly isDrawn: boolean
  /** 表 2 第 4 行第 2 格 */
  readonly place: string
  readonly cell?: ReadCell
}

export interface ReadCell {
  readonly row: ReadRow
  /** The first column of the grid that it covers, from 0. */
  readonly column: number
  readonly span: number
  readonly text: string
  /** Of this cell alone, not of tables in it. */
  readonly spots: readonly Spot[]
  readonly place: string
}

export interface ReadRow {
  readonly table: ReadTable
  readonly isHead: boolean
  readonly cells: readonly ReadCell[]
}

export interface ReadTable {
  readonly rows: readonly ReadRow[]
}

export interface Scanned {
  readonly spots: readonly Spot[]
  readonly tables: readonly ReadTable[]
}
