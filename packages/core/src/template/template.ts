import type { JsonObject } from '../answers/json.ts'
import type { Kind } from '../fields/index.ts'
import type { Expression } from '../rules/expression.ts'
import type { CodeList } from './code-list.ts'

/**
 * A path through the answers: property names from the root, with `*` for "each row of this table".
 * A concrete place among the answers is a JSON pointer instead.
 */
export type Path = readonly string[]

/** What a template compiles to: every fact that an output needs, as plain JSON, immutable. */
export interface Template {
  /** `pack/template`. */
  readonly id: string
  readonly pack: PackSummary
  readonly title: string
  readonly description?: string
  /** The version that the author gives it, such as `1.0.0`. */
  readonly version: string
  /** A hash of everything below: two templates with the same hash are the same template. */
  readonly hash: string
  readonly sections: readonly Section[]
  readonly rules: readonly Rule[]
  /** Conditions and computed values, in an order in which each reads only what came before. */
  readonly derivations: readonly Derivation[]
  /** What a new draft begins with. */
  readonly prefills: readonly { readonly path: Path; readonly expression: Expression }[]
  /** The code lists that fields of this template name, by the name that `Field.list` carries. */
  readonly lists: Readonly<Record<string, CodeList>>
  /** The references that the template as a whole cites. */
  readonly cites: readonly string[]
  /** The clauses that it and its parts cite, by reference (`policy#clause`). */
  readonly clauses: Readonly<Record<string, Clause>>
  readonly document: DocumentPlan
  /** Paths with dots that earlier versions had and that were given up on purpose. */
  readonly dropped?: readonly string[]
}

export interface PackSummary {
  readonly id: string
  readonly name: string
  /** GB/T 2260. */
  readonly code: string
  readonly roles: Readonly<Record<string, string>>
}

export interface Clause {
  readonly ref: string
  readonly policy: string
  readonly number?: string
  /** Its heading as the policy prints it, such as 三（六）1. */
  readonly heading: string
  /** Its sense in our own words. */
  readonly gist: string
}

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
  /** Column keys whose sum is shown under the table. */
  readonly totals: readonly string[]
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
  /** At the end of each row, below each column, and a row below each group of rows. */
  readonly totals: { readonly rows: boolean; readonly columns: boolean; readonly groups?: boolean }
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
  /** Its key in earlier versions. */
  readonly was?: string
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

export interface Rule {
  readonly id: string
  /** The node that carries it; a `*` in it means that it is judged for each row. */
  readonly path: Path
  /** Where its issue points, relative to the node: property names below it. */
  readonly at: Path
  readonly assert: Expression
  /** A sentence with `{name}` for each of `values`. */
  readonly message: string
  readonly values: Readonly<Record<string, Expression>>
  readonly severity: Severity
  readonly clauses: readonly string[]
}

export type Severity = 'error' | 'warning'

export interface Derivation {
  readonly path: Path
  readonly is: 'when' | 'compute'
  readonly expression: Expression
}

export interface Signature {
  readonly label: string
  readonly by: readonly ('signature' | 'seal')[]
  readonly date: boolean
}

/** How the Word book is made up around the sections. */
export interface DocumentPlan {
  readonly profile: 'book' | 'report'
  readonly cover?: Cover
  readonly notes: readonly string[]
  readonly contents: boolean
  /** A table of the clauses that are cited, with what carries them, stands at the end. */
  readonly clauses?: true
  /** Of a report: what an official document has around its text. */
  readonly official?: OfficialPlan
  /** Where it differs from its profile. */
  readonly layout?: LayoutPlan
  /** The office's own Word file, which is filled instead of a book being written. */
  readonly form?: FormPlan
}

export interface FormPlan {
  /** Within the pack, such as `forms/application.docx`. */
  readonly file: string
  /** Its bytes in base64: a version that is kept prints by its own file. Left out where a template is sent to be filled in. */
  readonly content?: string
}

/** The parts of an official document by GB/T 9704-2012. `{path.to.field}` in a text stands for an answer. */
export interface OfficialPlan {
  readonly copy?: string
  readonly secrecy?: string
  readonly urgency?: string
  /** In red above the rule, such as 某某省科学技术厅文件. Without it there is no red head. */
  readonly issuer?: string
  readonly number?: string
  readonly signer?: string
  /** The template's own title if there is none. */
  readonly title?: string
  readonly addressee?: string
  readonly signature?: string
  readonly date?: string
  readonly cc?: string
  readonly printer?: string
  readonly printDate?: string
}

/** How a template adjusts its profile. Sizes bear their Chinese names, 三号; lengths are in millimetres. */
export interface LayoutPlan {
  readonly fonts?: { readonly title?: string; readonly body?: string; readonly kai?: string; readonly hei?: string }
  readonly sizes?: {
    readonly title?: string
    readonly body?: string
    /** By level, from 1. */
    readonly headings?: readonly string[]
    readonly baseTable?: string
    readonly table?: string
  }
  readonly margins?: {
    readonly top?: number
    readonly bottom?: number
    readonly left?: number
    readonly right?: number
  }
  /** To a page. */
  readonly lines?: number
  readonly pageNumbers?: 'outer' | 'center' | 'none'
  /** Levels, from 1. */
  readonly boldHeadings?: readonly number[]
  readonly wideTables?: 'turn' | 'shrink'
}

export interface Cover {
  /** Printed top left, such as 附件1. */
  readonly attachment?: string
  /** Lines to be filled by the office, such as 编号：. */
  readonly marks: readonly string[]
  /** One entry for each line. `{path.to.field}` stands for an answer. */
  readonly title: readonly string[]
  readonly fields: readonly { readonly label: string; readonly path: Path }[]
  /** A date or month among the answers, printed as 二〇二〇年九月. */
  readonly date?: Path
  readonly issuer?: string
}
