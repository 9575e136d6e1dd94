import type { Issue } from '../issues/issue.ts'
import type { JsonObject } from './json.ts'
import type { AnswersFile, ExpectedIssue } from './read-answers.ts'

export interface Held {
  /** What is found and was not expected. */
  readonly unexpected: readonly Issue[]
  /** What was expected and is not found, with where it stands in the list. */
  readonly missing: readonly { readonly one: ExpectedIssue; readonly i: number }[]
}

/** What an example has to list so that an issue is expected of it. */
export const expectedOf = ({ code, at, params }: Issue): JsonObject => ({
  code,
  ...(code === 'rule' && { rule: String(params.rule) }),
  at,
})

/** What an example says of itself, beside what is found in it. */
export const heldAgainst = (file: AnswersFile, found: readonly Issue[]): Held => {
  const expected = file.expected ?? []
  const matches = (issue: Issue, one: ExpectedIssue) =>
    issue.code === one.code && issue.at === one.at && (one.rule === undefined || issue.params.rule === one.rule)
  // Plain answers may draw warnings; an example that lists its issues lists the warnings too.
  return {
    unexpected: found
      .filter((issue) => file.expected !== undefined || issue.severity === 'error')
      .filter((issue) => !expected.some((one) => matches(issue, one))),
    missing: expected.flatMap((one, i) => (found.some((issue) => matches(issue, one)) ? [] : [{ one, i }])),
  }
}
