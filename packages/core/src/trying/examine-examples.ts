import { heldAgainst } from '../answers/held-against.ts'
import { isObject, type Json } from '../answers/json.ts'
import { type AnswersFile, type ExpectedIssue, MissingBase, readAnswers } from '../answers/read-answers.ts'
import { settle } from '../answers/settle.ts'
import { validate } from '../answers/validate.ts'
import type { Issue } from '../issues/issue.ts'
import type { Template } from '../template/template.ts'
import { verdictOf } from './rule-verdict.ts'

/** How an example stands to its template now. */
export interface ExampleStanding {
  readonly name: string
  /** Why it could not be tried: it does not parse, starts from one that is not there, or changes a row that is not there. */
  readonly fault?: 'unreadable' | 'no-base' | 'no-row'
  /** Absent: nothing is expected of it. */
  readonly expected?: readonly ExpectedIssue[]
  readonly found: readonly Issue[]
  readonly unexpected: readonly Issue[]
  readonly missing: readonly ExpectedIssue[]
  readonly isPassed: boolean
  /** The rules that were judged in it and hold, and those that do not, by id. */
  readonly satisfies: readonly string[]
  readonly breaks: readonly string[]
}

/** Examples as their files have them, by name; undefined is one that does not parse. */
export type Examples = ReadonlyMap<string, Json | undefined>

/** Every example of a template, tried. */
export const examineExamples = (template: Template, examples: Examples, today: string): readonly ExampleStanding[] =>
  [...examples.keys()].map((name) => examined(template, name, examples, today))

const nothing = { found: [], unexpected: [], missing: [], isPassed: false, satisfies: [], breaks: [] }

/** The answers of an example, followed through those that it starts from. */
export const resolveExample = (examples: Examples, name: string): AnswersFile | 'unreadable' | 'no-base' => {
  const content = examples.get(name)
  if (content === undefined) return 'unreadable'
  try {
    return readAnswers(content, (other) => examples.get(other.replace(/\.json$/, '')))
  } catch (error) {
    if (error instanceof MissingBase) return 'no-base'
    throw error
  }
}

const examined = (template: Template, name: string, examples: Examples, today: string): ExampleStanding => {
  const file = resolveExample(examples, name)
  if (typeof file === 'string') return { name, fault: file, ...nothing }
  if (file.lost.length > 0) return { name, fault: 'no-row', ...nothing }
  const found = validate(template, file.answers, { today })
  const { unexpected, missing } = heldAgainst(file, found)
  const settled = settle(template, isObject(file.answers) ? file.answers : {}, { today })
  const verdicts = template.rules.map((rule) => [rule.id, verdictOf(rule, settled, today)] as const)
  const those = (wanted: string) => verdicts.flatMap(([id, verdict]) => (verdict === wanted ? [id] : []))
  return {
    name,
    ...(file.expected && { expected: file.expected }),
    found,
    unexpected,
    missing: missing.map(({ one }) => one),
    isPassed: unexpected.length + missing.length === 0,
    satisfies: those('holds'),
    breaks: those('broken'),
  }
}
