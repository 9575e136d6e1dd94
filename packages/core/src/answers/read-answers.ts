import { isObject, type Json, property } from './json.ts'
import { keysOf, withValue } from './pointer.ts'

/** An example or a file of answers: plain answers, answers with the issues expected of them, or changes to another file. */
export interface AnswersFile {
  readonly answers: Json
  /** Absent for plain answers. */
  readonly expected?: readonly ExpectedIssue[]
}

export interface ExpectedIssue {
  readonly code: string
  readonly at: string
  readonly rule?: string
}

/** The file that `from` names could not be found, or leads back to itself. */
export class MissingBase extends Error {
  readonly from: string
  constructor(from: string) {
    super(`no such file: ${from}`)
    this.from = from
  }
}

/** Resolves what a file of answers says; `other` gives the content of a file beside it. */
export const readAnswers = (
  content: Json,
  other: (name: string) => Json | undefined,
  above: readonly string[] = [],
): AnswersFile => {
  const from = property(content, 'from')
  const listed = property(content, 'issues')
  const expected = Array.isArray(listed) ? { expected: listed.flatMap(expectedOf) } : {}
  if (typeof from === 'string') {
    const base = other(from)
    if (base === undefined || above.includes(from)) throw new MissingBase(from)
    const changes = property(content, 'set')
    const answers = Object.entries(isObject(changes) ? changes : {}).reduce<Json>(
      (so, [pointer, value]) => withValue(so, keysOf(pointer), value ?? undefined),
      readAnswers(base, other, [...above, from]).answers,
    )
    return { answers, ...expected }
  }
  const answers = property(content, 'answers')
  return answers === undefined ? { answers: content } : { answers, ...expected }
}

const expectedOf = (issue: Json): readonly ExpectedIssue[] => {
  const [code, at, rule] = [property(issue, 'code'), property(issue, 'at'), property(issue, 'rule')]
  if (typeof code !== 'string' || typeof at !== 'string') return []
  return [{ code, at, ...(typeof rule === 'string' && { rule }) }]
}
