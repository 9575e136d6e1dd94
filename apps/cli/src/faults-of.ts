import { type Issue, type Template, validate } from '@policyforms/core'
import type { AnswersFile } from './read-answers-files.ts'

/** All that is wrong with the answers of a file, each with its line there. */
export const faultsOf = (template: Template, file: AnswersFile, today: string): readonly Issue[] =>
  validate(template, file.answers, { today }).map((issue) => ({ ...issue, ...file.locate(issue.at) }))
