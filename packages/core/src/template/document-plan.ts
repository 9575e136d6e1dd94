import type { Path } from './path.ts'

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
