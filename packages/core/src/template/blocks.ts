import type { JsonObject } from '../answers/json.ts'
import type { Kind } from '../fields/index.ts'
import type { Expression } from '../rules/expression.ts'
import type { Path } from './path.ts'

/** What every node of the tree says of itself. */
export interface Node {
  readonly key: string
  readonly path: Path
  readonly title: string
  readonly help?: string
  /** Its own, or those of the nearest thing around it that cites any, the template included. */
  readonly clauses: readonly string[]
  /** Shown and asked for only if this is true. */
  readonly when?: Expression
  /** Who fills it, if not the applicant: a role of the pack. */
  readonly role?: string
  /** What is asked for in it may not stay blank: 无 or 0 is written where there is nothing. Holds for all below. */
  readonly noBlanks?: true
  /** Where earlier versions had it, the latest first. */
  readonly was?: readonly Former[]
}

/** Where an earlier version had a block, and how its values become those of now. */
export interface Former {
  /** A key beside it, or a path from the root with dots. */
  readonly at: string
  readonly unit?: string
  readonly times?: number
  readonly split?: string
  /** Counts from 1. */
  readonly part?: number
}

export type Block = Section | Group | Table | Matrix | Field

/** A heading with what stands under it. Top-level sections are the steps of the form. */
export interface Section extends Node {
  readonly block: 'section'
  /** The printed number with its punctuation, such as `一、` or `（五）`; empty when it carries none. */
  readonly number: string
  /** 1 for a top-level section. */
  readonly level: number
  /** Cells across when its fields print as a base table: label + value, up to three times. */
  readonly columns: 2 | 4 | 6
  readonly children: readonly Block[]
  /** Printed after all else, on pages of its own, as 附件1. */
  readonly attachment?: true
  /** Signature and seal blocks printed at the section's end. */
  readonly signatures: readonly Signature[]
}

/** Fields that belong together under one label, an object among the answers. */
export interface Group extends Node {
  readonly block: 'group'
  readonly children: readonly (Group | Field)[]
}

/** Rows that a person adds: an array of objects among the answers. */
export interface Table extends Node {
  readonly block: 'table'
  readonly required: boolean
  readonly columns: readonly Field[]
  readonly minRows: number
  readonly maxRows: number
  /** Rows that Word prints at least, so that a blank book can be filled by hand. */
  readonly printedRows: number
  /** Prints within the frame of the fields beside it. */
  readonly joined?: true
  /** Column keys whose sum is shown under the table. */
  readonly totals: readonly string[]
  /** Heads above those of neighbouring columns. */
  readonly headGroups?: readonly HeadGroup[]
  /** Rows carry a stable `id`, and are printed with a number by position. */
  readonly rowNumber?: RowNumber
  /** Rows that are printed beforehand: how many there are, and what each says in some of its columns, is not to be changed. */
  readonly fixedRows?: readonly JsonObject[]
  /** What the fixed rows say of themselves, one for each, if any says something. */
  readonly rowFacts?: readonly RowFacts[]
  /** Columns whose equal neighbours are one cell, outer first: the inner are one only within the outer. */
  readonly merge?: readonly string[]
  /** Lines of sums below groups of fixed rows, inner groups first. */
  readonly subtotals?: readonly Subtotal[]
}

export interface HeadGroup {
  readonly title: string
  /** The keys of the columns below it. */
  readonly of: readonly string[]
}

export interface RowFacts {
  /** The clauses that ask for this row. */
  readonly clauses?: readonly string[]
  /** Decimal places of its numbers and amounts. */
  readonly places?: number
}

export interface Subtotal {
  /** The column whose equal neighbours make a group. */
  readonly by: string
  readonly of: readonly string[]
}

/** How the rows of a table are numbered: IP01, IP02, … */
export interface RowNumber {
  readonly prefix: string
  /** Digits at least. */
  readonly digits: number
  /** The head of the column that holds the numbers. */
  readonly title: string
}

/** Fixed rows by fixed columns of one kind of cell: an object of objects among the answers. */
export interface Matrix extends Node {
  readonly block: 'matrix'
  readonly required: boolean
  /** What stands in the corner above the row heads. */
  readonly corner: string
  readonly rows: readonly Head[]
  readonly columns: readonly Head[]
  /** What each cell is; its key and path are those of the matrix. */
  readonly cell: Field
  /** Rows and columns between them that add up others. They hold no answers. */
  readonly sums?: { readonly rows: readonly SumHead[]; readonly columns: readonly SumHead[] }
  /** At the end of each row, below each column, and a line after each group of rows or of columns. */
  readonly totals: {
    readonly rows: boolean
    readonly columns: boolean
    readonly groups?: boolean
    readonly columnGroups?: boolean
  }
}

/** The head of a row or column of a matrix. What is printed is told by `headsOf`. */
export interface Head {
  readonly key: string
  /** Stands while `titleFrom` is blank, and wherever there are no answers. */
  readonly title: string
  /** Neighbours of the same group stand under one merged head, or beside one merged cell at the left. */
  readonly group?: string
  /** Gives the title from the answers, such as the year that the filing year makes it. */
  readonly titleFrom?: Expression
  /** Gives the name of the group in the same way. */
  readonly groupFrom?: Expression
  /** Its key in earlier versions. */
  readonly was?: string
}

/** The head of a row or column that adds up others. */
export interface SumHead extends Head {
  /** The keys of the heads that it adds up. */
  readonly of: readonly string[]
  /** How many heads of answers stand before it. */
  readonly at: number
}

/** A leaf: one value of one kind. Facets that a kind does not use are absent. */
export interface Field extends Node {
  readonly block: 'field'
  readonly kind: Kind
  readonly required: boolean
  readonly sensitive: boolean
  /** Takes the whole width of a form or base table. */
  readonly wide: boolean
  readonly compute?: Expression
  readonly prefill?: Expression
  /** Printed after the value or in a table's head. */
  readonly unit?: string
  /** An amount that is printed in words too: 人民币壹佰万元整. */
  readonly inWords?: true
  /** Decimal places, for numbers. */
  readonly places?: number
  readonly minimum?: number
  readonly maximum?: number
  /** A bound that depends on other answers, such as the full mark of the same row. */
  readonly atMost?: Expression
  readonly minLength?: number
  readonly maxLength?: number
  /** Caps that count characters without white space. */
  readonly minChars?: number
  readonly maxChars?: number
  readonly pattern?: Pattern
  /** A key of `Template.lists`; of a reference, of the `liveLists`. */
  readonly list?: string
  /** Of a reference: the table whose rows it names, and the columns that are shown after a row's number. */
  readonly refers?: { readonly table: Path; readonly show: readonly string[] }
  readonly minItems?: number
  readonly maxItems?: number
  /** Identifier schemes, of which one must hold. */
  readonly schemes?: readonly string[]
  /** Of a period. */
  readonly precision?: 'date' | 'month'
  /** File name endings with their dot, lower case. */
  readonly accept?: readonly string[]
  readonly maxBytes?: number
  /** The paragraphs that a statement declares. */
  readonly text?: readonly string[]
}

export interface Pattern {
  readonly source: string
  /** What it asks for, in words. */
  readonly hint: string
}

export interface Signature {
  readonly label: string
  readonly by: readonly ('signature' | 'seal')[]
  readonly date: boolean
}
