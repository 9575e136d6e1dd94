import type { JsonObject } from '@policyforms/core'
import type { OptionMark } from './marks.ts'

export type Confidence = 'high' | 'medium' | 'low'

/** Where a guess comes from, how sure it is, and what gave it away. */
export interface Evidence {
  readonly place: string
  /** What stands there. */
  readonly text: string
  readonly confidence: Confidence
  readonly why: string
}

/** A part of a template without its keys: those are for whoever writes the schema. */
export interface DraftNode {
  readonly title: string
  readonly keywords: JsonObject & { readonly 'x-kind': string }
  readonly evidence: Evidence
  /** What could not be decided about it. */
  readonly question?: string
  readonly isRequired?: boolean
  readonly options?: readonly OptionMark[]
  /** Of a section or group; of a table its columns. */
  readonly children?: readonly DraftNode[]
  /** Of a table, the titles of the columns that are added up. */
  readonly totals?: readonly string[]
  /** Of a table, what is printed beforehand in each row, by the column's title. */
  readonly fixedRows?: readonly Readonly<Record<string, string | number>>[]
  /** Of a matrix. */
  readonly heads?: { readonly rows: readonly string[]; readonly columns: readonly string[] }
}

export interface Question {
  readonly place: string
  readonly text: string
  readonly question: string
}

/** What an outline most probably means as a template. */
export interface Draft {
  readonly title: readonly string[]
  /** 附件1 */
  readonly attachment?: string
  /** 某厅制 */
  readonly issuer?: string
  /** Titles of the fields that stand on the cover. */
  readonly cover: readonly string[]
  readonly notes: readonly string[]
  readonly sections: readonly DraftNode[]
  readonly questions: readonly Question[]
}
