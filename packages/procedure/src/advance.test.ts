import type { JsonObject } from '@policyforms/core'
import { expect, it } from 'vitest'
import { actionsFor } from './actions.ts'
import { advance } from './advance.ts'
import type { Action } from './case.ts'
import { openCase } from './open-case.ts'
import { openProcedureOf, openProcedures, readCases } from './testing/packs.ts'

/** A step, and what comes of it: refused with these codes, or the stage, facts and event that follow. */
type Step = Action & {
  readonly at: string
  readonly refused?: readonly string[]
  readonly stage?: string
  readonly known?: JsonObject
  readonly meets?: readonly object[] | null
  readonly grounds?: readonly string[]
}
interface Row {
  readonly why: string
  readonly pack: string
  readonly parameters?: JsonObject
  readonly facts?: JsonObject
  /** It cannot be opened, with these codes. */
  readonly unopened?: readonly string[]
  readonly steps: readonly Step[]
}
const procedureOf = await openProcedureOf()

const rows = readCases<Row>('courses')

it.each(rows)('$pack: $why', ({ pack, parameters, facts = {}, unopened = [], steps }) => {
  const procedure = procedureOf(pack, parameters)
  const opened = openCase(procedure, facts, steps[0]?.at ?? '')
  expect(opened.issues.map(({ code }) => code)).toEqual(unopened)
  let now = opened.case
  for (const { at, refused = [], stage, known = {}, meets, grounds, ...action } of steps) {
    if (!now) throw new Error('no case')
    const offer = actionsFor(procedure, now, action.by, at).find(
      (one) => one.is === 'transition' && 'transition' in action && one.transition.id === action.transition,
    )
    const result = advance(procedure, now, action, at)
    expect(
      result.issues.map(({ code }) => code),
      JSON.stringify(action),
    ).toEqual(refused)
    if (!result.case) continue
    now = result.case
    if ('transition' in action) expect(offer).toMatchObject({ issues: [], grounds: grounds ?? [] })
    if (stage !== undefined) expect(now.stage).toBe(stage)
    expect(now.facts).toMatchObject(known)
    const event = now.events.at(-1)
    expect(event).toMatchObject({ at, by: action.by, ...(meets && { meets }), ...(grounds && { grounds }) })
    if (meets === null) expect(event).not.toHaveProperty('meets')
  }
})

const packs = [...(await openProcedures())]

it.each(packs)(
  '%s: the courses make every step, refuse every conditional one and rest on every ground',
  (pack, one) => {
    const steps = rows.filter((row) => row.pack === pack).flatMap((row) => row.steps)
    const named = (isRefused: boolean) =>
      steps.flatMap((step) =>
        'transition' in step && (step.refused !== undefined) === isRefused ? [step.transition] : [],
      )
    const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id)
    expect(named(false)).toEqual(expect.arrayContaining(ids(one.transitions)))
    expect(named(true)).toEqual(expect.arrayContaining(ids(one.transitions.filter(({ when }) => when))))
    expect(steps.flatMap(({ grounds = [] }) => grounds)).toEqual(expect.arrayContaining(ids(one.consequences)))
  },
)

it.each(packs)('%s: the cases set every parameter to another value', (pack, { parameters }) => {
  const altered = [...rows, ...readCases<Row>('obligations')].filter((row) => row.pack === pack)
  const set = new Set(altered.flatMap((row) => Object.keys(row.parameters ?? {})))
  expect(parameters.map(({ id }) => id).filter((id) => !set.has(id))).toEqual([])
})
