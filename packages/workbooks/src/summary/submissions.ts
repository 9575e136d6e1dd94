import { type Answers, liveLists, settle, type Template, withPresets } from '@policyforms/core'
import { serialOf } from '../cells/date-cells.ts'
import type { SettledSubmission } from './sheet-plan.ts'
import type { Form } from './source.ts'
import type { SummaryPlan } from './summary-plan.ts'

export interface Submission {
  /** Its number, by which the sheets of tables are keyed. */
  readonly id: string
  readonly title: string
  /** ISO date, or date and time. Rules take it for today: what was submitted does not change afterwards. */
  readonly submittedAt?: string
  readonly answers: Answers
  /** Of the version of the template that it was filled in by, if not the summary's own. */
  readonly hash?: string
}

export type Submissions = Iterable<Submission> | AsyncIterable<Submission>

/** A template without conditions and computed values leaves answers as they are. */
const settledBy = (template: Template, answers: Answers, today: string) =>
  template.derivations.length === 0
    ? { answers: withPresets(template, answers), hidden: new Set<string>() }
    : settle(template, answers, { today })

/** Settles submissions one by one, each under its own version. */
export const settler = ({ template, versions }: SummaryPlan, today: string, form: Form) => {
  const templates = new Map([template, ...versions.earlier].map((one) => [one.hash, one]))
  let count = 0
  return ({ id, title, submittedAt, answers, hash }: Submission): SettledSubmission => {
    count += 1
    const version = templates.get(hash ?? template.hash) ?? template
    const day = submittedAt?.slice(0, 10)
    const judgedOn = day ?? today
    const settled = settledBy(version, answers, judgedOn)
    return {
      hash: version.hash,
      keys: [count, id, title],
      submittedOn: form === 'cells' && day ? (serialOf(day) ?? day) : day,
      today: judgedOn,
      ...settled,
      lists: liveLists(version, settled.answers),
    }
  }
}
