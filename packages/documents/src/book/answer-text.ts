import { type Field, valueAt } from '@policyforms/core'
import type { Book } from './book.ts'
import { fieldsOf } from './fields-of.ts'
import { shown } from './shown.ts'

const fieldAt = (path: string, book: Book): Field | undefined =>
  fieldsOf(book.template).find((one) => one.path.join('.') === path)

/** The answer of a field as print has it, for a place away from the field itself. */
export const answerAt = (path: readonly string[], book: Book): string => {
  const field = fieldAt(path.join('.'), book)
  return field ? shown({ field, value: valueAt(book.answers, path), at: '' }, book.lists) : ''
}

/** A year keeps its 年, as when it is answered: ××××年度. */
const standIn = (path: string, book: Book, unknown: string): string =>
  unknown !== '' && fieldAt(path, book)?.kind === 'year' ? `${unknown.slice(0, 1).repeat('YYYY'.length)}年` : unknown

/** A text of the template with its `{path.to.field}` filled in; `unknown` stands for what is not answered yet. */
export const filledText = (text: string, book: Book, unknown: string): string =>
  text.replace(/\{([^{}]+)\}/g, (_, path: string) => answerAt(path.split('.'), book) || standIn(path, book, unknown))
