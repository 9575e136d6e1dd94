import type { Json } from '@policyforms/core'
import { expect, it } from 'vitest'
import { openProcedures, readCases } from '../testing/packs.ts'
import { compileTrial } from '../testing/trial.ts'

interface Row {
  readonly why: string
  readonly set: Readonly<Record<string, Json>>
  readonly issues: readonly object[]
}

it.each(readCases<Row>('faults'))('$why', (row) => {
  const { procedure, issues } = compileTrial(row.set)
  expect(issues).toHaveLength(row.issues.length)
  expect(issues).toMatchObject(row.issues)
  for (const issue of issues) expect(issue).toMatchObject({ file: 'trial/procedure.json', line: 1 })
  expect(procedure === undefined).toBe(row.issues.length > 0)
})

const procedures = await openProcedures()

it('the project has procedures', () => expect(procedures.size).toBeGreaterThan(0))

it.each([...procedures])('%s compiles to plain data that cites only clauses it carries', (_, procedure) => {
  expect(JSON.parse(JSON.stringify(procedure))).toEqual(procedure)
  const named = [
    procedure.stages,
    procedure.transitions,
    procedure.obligations,
    procedure.consequences,
    procedure.facts,
  ]
  for (const { id, title, clauses } of named.flat()) {
    expect(title, id).not.toBe('')
    for (const ref of clauses) expect(procedure.cited).toHaveProperty([ref])
  }
  for (const { roles } of procedure.transitions) {
    expect(roles).not.toEqual([])
    expect(Object.keys(procedure.pack.roles)).toEqual(expect.arrayContaining([...roles]))
  }
  for (const { documents } of procedure.stages) for (const { title } of documents) expect(title).not.toBe('')
})
