import { carryAnswers, type Indicators, type MeasuredSubmission, type Template } from '@policyforms/core'
import { todayOf } from '../http/clock.ts'
import type { Who } from '../store/store.ts'
import type { Tools } from './jobs.ts'

interface Statistics {
  readonly who: Who
  readonly ids: readonly string[]
  readonly indicators: Indicators
  /** The present versions, which the figures are told by. */
  readonly templates: readonly Template[]
  readonly place: string
  readonly today: string
}

/** What was filled in by an earlier version is carried to the present one first. */
export const countStatistics = async (tools: Tools, { who, ids, indicators, templates, place, today }: Statistics) => {
  const counted: MeasuredSubmission[] = []
  for (const id of ids) {
    const draft = await tools.store.draft(who, id)
    const template = templates.find((one) => one.id === draft?.template)
    if (!draft || !template) continue
    const own = draft.hash === template.hash ? undefined : await tools.store.template(draft.hash)
    const answers = own ? carryAnswers(own, template, draft.answers).answers : draft.answers
    counted.push({ template, answers, on: todayOf(new Date(draft.submittedAt ?? draft.savedAt)) })
  }
  const { writeStatistics } = await import('@policyforms/workbooks')
  return writeStatistics(indicators, counted, { today, place })
}
