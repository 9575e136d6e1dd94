import type { JsonObject } from './answers/json.ts'

/*
 * What a reader of outlines finds in a Word file or a text, and what it most probably means as a template. The pages
 * show both side by side.
 */

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

/** An option as it stands in a text. */
export interface OptionMark {
  readonly title: string
  /** Followed by a blank: 其他（请注明）____ */
  readonly isOpen: boolean
}

export type Confidence = 'high' | 'medium' | 'low'

/** Where a guess comes from, how sure it is, and what gave it away. */
export interface Evidence {
  readonly place: string
  /** What stands there. */
  readonly text: string
  readonly confidence: Confidence
  readonly why: string
}

/** A row or a column of a matrix. */
export interface DraftHead {
  readonly title: string
  readonly group?: string
  /** Which of its neighbours it adds up, by their places. */
  readonly sums?: readonly number[]
}

/** An answer to what was asked about a part of a template, and what the part is then. */
export interface DraftSettling {
  readonly title: string
  /** Null takes a keyword away. */
  readonly keywords?: JsonObject
  readonly heads?: DraftNode['heads']
  readonly without?: readonly ('fixedRows' | 'merge')[]
}

/** A part of a template without its keys: those are for whoever writes the schema. */
export interface DraftNode {
  readonly title: string
  readonly keywords: JsonObject & { readonly 'x-kind': string }
  readonly evidence: Evidence
  /** What could not be decided about it, and what it may be answered with; the first holds until then. */
  readonly question?: string
  readonly answers?: readonly DraftSettling[]
  readonly isRequired?: boolean
  readonly options?: readonly OptionMark[]
  /** Of a section or group; of a table its columns. */
  readonly children?: readonly DraftNode[]
  /** Of a table, the titles of the columns that are added up. */
  readonly totals?: readonly string[]
  /** Of a table, what stands above several columns, by their titles. */
  readonly headGroups?: readonly { readonly title: string; readonly of: readonly string[] }[]
  /** Of a table, what is printed beforehand in each row, by the column's title. */
  readonly fixedRows?: readonly Readonly<Record<string, string | number>>[]
  /** Of a table, the columns that are printed once above rows that say the same. */
  readonly merge?: readonly string[]
  /** Of a table, the number that it is called by: 表2 */
  readonly called?: string
  /** Of a column, where the table stands whose rows it names. */
  readonly refers?: string
  /** Of a column, the title of the one beside it that it does not exceed. */
  readonly atMost?: string
  /** Of a matrix. */
  readonly heads?: {
    readonly rows: readonly DraftHead[]
    readonly columns: readonly DraftHead[]
  }
}

/** What could not be decided about the whole. */
export interface Question {
  readonly place: string
  readonly text: string
  readonly question: string
  /** Where there are none, it can only be taken note of. */
  readonly answers?: readonly DraftAnswer[]
}

export interface DraftAnswer {
  readonly title: string
  /** A field that joins the section that was read at that place. */
  readonly adds?: { readonly node: DraftNode; readonly into: string }
  /** Nothing may be blank. */
  readonly writesNone?: true
}

/** What an outline most probably means as a template. */
export interface OutlineDraft {
  readonly title: readonly string[]
  /** 附件1 */
  readonly attachment?: string
  /** 某厅制 */
  readonly issuer?: string
  /** Titles of the fields that stand on the cover. */
  readonly cover: readonly string[]
  /** What the office fills in on the cover: 编号： */
  readonly marks?: readonly string[]
  readonly notes: readonly string[]
  /** Nothing may be blank: 无 or 0 is written instead. */
  readonly writesNone?: true
  readonly sections: readonly DraftNode[]
  /** Beside those that its sections and fields have themselves. */
  readonly questions: readonly Question[]
}

/** What a policy's text says of the policy itself. */
export interface PolicyNamed {
  readonly title?: string
  /** 云科规〔2026〕6号 */
  readonly number?: string
  readonly issuer?: string
  /** YYYY-MM-DD */
  readonly date?: string
}

/** A clause of a policy's text, as its numbering cuts it. */
export interface PolicyPiece {
  /** 3.6.1, from its numbers. Unique in its text. */
  readonly id: string
  /** 三（六）1 年度报告制度 */
  readonly heading: string
  /** What it says, a paragraph an entry, without its number and title. */
  readonly text: readonly string[]
  readonly place: string
}
