import { valueAt } from '@policyforms/core'
import type { Book } from './book.ts'
import { fieldsOf } from './fields-of.ts'
import { shown } from './shown.ts'

/** The answer of a field as print has it, for a place away from the field itself. */
export const answerAt = (path: readonly string[], book: Book): string => {
  const field = fieldsOf(book.template).find((one) => one.path.join('.') === path.join('.'))
  return field ? shown({ field, value: valueAt(book.answers, path), at: '' }, book.lists) : ''
}

/** A text of the template with its `{path.to.field}` filled in; `unknown` stands for what is not answered yet. */
export const filledText = (text: string, book: Book, unknown: string): string =>
  text.replace(/\{([^{}]+)\}/g, (_, path: string) => answerAt(path.split('.'), book) || unknown)
