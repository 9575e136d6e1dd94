import type { JsonObject } from '@policyforms/core'
import { expect, it } from 'vitest'
import type { CaseEvent } from './case.ts'
import { obligationsOf } from './obligations.ts'
import { openProcedureOf, readCases } from './testing/packs.ts'

interface Row {
  readonly why: string
  readonly pack: string
  readonly parameters?: JsonObject
  readonly stage: string
  readonly facts: JsonObject
  readonly events: readonly CaseEvent[]
  readonly now: string
  readonly obligations: readonly object[]
}
const procedureOf = await openProcedureOf()

it.each(readCases<Row>('obligations'))('$pack: $why', ({ pack, parameters, now, obligations, ...one }) => {
  const found = obligationsOf(procedureOf(pack, parameters), one, now)
  expect(found.map(({ obligation, due }) => ({ obligation, due }))).toEqual(
    obligations.map((wanted) => ({ obligation: expect.anything(), due: expect.anything(), ...only(wanted) })),
  )
  for (const [i, wanted] of obligations.entries()) expect(found[i]).toMatchObject(wanted)
})

const only = (wanted: object) =>
  Object.fromEntries(Object.entries(wanted).filter(([key]) => key === 'obligation' || key === 'due'))
