import type { Answers, Lists } from '@policyforms/core'
import type { StyleBook } from '../book/book.ts'
import type { HeadedColumn } from './headed-column.ts'
import type { Form, Source, Value } from './source.ts'
import type { Versions } from './versions.ts'

/** A submission as it settled under its own version of the template. */
export interface SettledSubmission {
  readonly hash: string
  /** Number, name and title, by which its rows are told in every sheet. */
  readonly keys: readonly Value[]
  readonly submittedOn: Value
  readonly answers: Answers
  /** The options of choices; those of references are the rows of these answers. */
  readonly lists: Lists
  readonly hidden: ReadonlySet<string>
  /** What rules took for today. */
  readonly today: string
}

/** What every sheet of a summary is planned with. */
export interface Planning {
  readonly versions: Versions
  /** The columns that tell which submission a row is of. */
  readonly keys: readonly HeadedColumn[]
  readonly styles: StyleBook
  readonly form: Form
  /** Whether what only earlier versions have is listed, too. */
  readonly hasFormer: boolean
}

/** A sheet of a summary: its columns, and the rows that a submission has in it. */
export interface SheetPlan {
  readonly title: string
  readonly columns: readonly HeadedColumn[]
  readonly rowsOf: (submission: SettledSubmission) => readonly (readonly Value[])[]
}

export const isHiddenAt = (hidden: ReadonlySet<string>, around: readonly string[]): boolean =>
  hidden.size > 0 && around.some((pointer) => hidden.has(pointer))

/** What a column shows of a submission. */
export const shownOf = (source: Source | undefined, { answers, hidden, lists }: SettledSubmission): Value => {
  if (!source || isHiddenAt(hidden, source.around)) return null
  return source.scalar(source.get(answers), lists)
}
