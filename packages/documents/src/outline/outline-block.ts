/** What a reader of outlines finds in a file, in order, before anything is guessed about it. */
export type OutlineBlock = OutlineParagraph | OutlineGrid

export interface OutlineParagraph {
  readonly is: 'paragraph'
  /** With the number that Word makes, if it makes one. Blanks to fill in are `____`. */
  readonly text: string
  /** From 1, where the file itself says that this is a heading. */
  readonly level?: number
  /** Where it stands, as a person would look for it: 第 12 段. */
  readonly place: string
}

export interface OutlineGrid {
  readonly is: 'grid'
  readonly rows: readonly (readonly GridCell[])[]
  /** 表 2 */
  readonly place: string
}

export interface GridCell {
  readonly text: string
  /** The first column of the grid that it covers, from 0, and how many. */
  readonly column: number
  readonly span: number
  /** Merged with the cell above it. */
  readonly isContinued: boolean
  /** 表 2 第 3 行第 1 格 */
  readonly place: string
}

/** The file is not what it should be, or would do harm; the sentence says which. */
export class OutlineRefused extends Error {}
