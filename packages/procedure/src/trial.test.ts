import type { JsonObject } from '@policyforms/core'
import { expect, it } from 'vitest'
import { actionsFor, advance, askedToOpen, type Case, consequencesOf, obligationsOf, openCase } from './index.ts'
import { compileTrial } from './testing/trial.ts'

const { procedure: trial } = compileTrial()
if (!trial) throw new Error('the trial does not compile')
const start = '2020-01-06'

it('begins where the facts say', () => {
  expect(openCase(trial, { isUrgent: true }, start).case?.stage).toBe('review')
  expect(openCase(trial, {}, start).case?.stage).toBe('intent')
  const none = { ...trial, starts: trial.starts.slice(0, 1) }
  expect(openCase(none, {}, start).issues).toMatchObject([{ code: 'case-no-start' }])
})

it('asks before it begins for what decides where, and takes only facts in shape', () => {
  expect(askedToOpen(trial).map(({ id }) => id)).toEqual(['isUrgent'])
  expect(openCase(trial, { isUrgent: 'yes', count: 1, other: 1 }, start).issues).toMatchObject([
    { code: 'type', at: '/facts/isUrgent' },
    { code: 'unknown-property', params: { key: 'other' } },
  ])
})

it('asks for documents, opinions and what is due only while their conditions hold', () => {
  const at = (facts: JsonObject): Case => ({ stage: 'review', events: [], facts })
  const [calm, urgent] = [at({ isUrgent: false }), at({ isUrgent: true, approvedOn: start })]
  const proof = { document: 'proof', by: 'applicant' }
  expect(actionsFor(trial, calm, 'applicant', start)).toEqual([])
  expect(advance(trial, calm, proof, start).issues).toMatchObject([{ code: 'action-condition' }])
  expect(actionsFor(trial, urgent, 'applicant', start)).toMatchObject([{ is: 'document', document: { id: 'proof' } }])
  expect(advance(trial, urgent, proof, start).issues).toEqual([])
  const missing = (one: Case) =>
    actionsFor(trial, one, 'office', start).flatMap((offer) =>
      offer.is === 'transition' ? offer.issues.map(({ params }) => params.missing) : [],
    )
  expect(missing(calm)).toEqual(['“专家意见”'])
  expect(missing(urgent)).toEqual(['“加急证明”、“专家意见”'])
  const due = (one: Case) => obligationsOf(trial, one, start).map(({ obligation }) => obligation)
  expect(due({ ...calm, facts: { isUrgent: false, approvedOn: start } })).not.toContain('answer')
  expect(due(urgent)).toContain('answer')
})

it('tells only consequences that can be drawn where the case is', () => {
  const drawn = (stage: string) =>
    consequencesOf(trial, { stage, events: [], facts: { approvedOn: '2018-05-01' } }, start).map(({ id }) => id)
  expect([drawn('running'), drawn('review')]).toEqual([['late'], []])
})

it('judges a condition on what is asked only once it is given', () => {
  const one = openCase(trial, {}, start).case
  if (!one) throw new Error('no case')
  expect(actionsFor(trial, one, 'applicant', start)).toMatchObject([{ transition: { id: 'submit' }, issues: [] }])
  const submit = (count: number) =>
    advance(trial, one, { transition: 'submit', by: 'applicant', facts: { count } }, start)
  expect(submit(0).issues).toMatchObject([{ code: 'action-condition' }])
  expect(submit(1).case?.stage).toBe('review')
})
