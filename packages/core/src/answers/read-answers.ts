import { isObject, type Json, property } from './json.ts'
import { keysOf, type Pointer, pointerOf, valueAt, withValue } from './pointer.ts'

/** An example or a file of answers: plain answers, answers with the issues expected of them, or changes to another file. */
export interface AnswersFile {
  readonly answers: Json
  /** Absent for plain answers. */
  readonly expected?: readonly ExpectedIssue[]
  /** Changes that change nothing, because they lead to a row that is not there. */
  readonly lost: readonly LostChange[]
}

export interface LostChange {
  readonly at: Pointer
  readonly list: Pointer
  /** How many rows the list has. */
  readonly rows: number
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
    return { ...changed(readAnswers(base, other, [...above, from]).answers, property(content, 'set')), ...expected }
  }
  const answers = property(content, 'answers')
  return answers === undefined ? { answers: content, lost: [] } : { answers, ...expected, lost: [] }
}

const changed = (base: Json, set: Json | undefined): Pick<AnswersFile, 'answers' | 'lost'> => {
  let answers = base
  const lost: LostChange[] = []
  for (const [at, value] of Object.entries(isObject(set) ? set : {})) {
    lost.push(...lostIn(answers, at))
    answers = withValue(answers, keysOf(at), value ?? undefined)
  }
  return { answers, lost }
}

const lostIn = (answers: Json, at: Pointer): readonly LostChange[] => {
  const keys = keysOf(at)
  for (const [i, key] of keys.entries()) {
    const list = valueAt(answers, keys.slice(0, i))
    if (Array.isArray(list) && list[Number(key)] === undefined)
      return [{ at, list: pointerOf(keys.slice(0, i)), rows: list.length }]
  }
  return []
}

const expectedOf = (issue: Json): readonly ExpectedIssue[] => {
  const [code, at, rule] = [property(issue, 'code'), property(issue, 'at'), property(issue, 'rule')]
  if (typeof code !== 'string' || typeof at !== 'string') return []
  return [{ code, at, ...(typeof rule === 'string' && { rule }) }]
}
