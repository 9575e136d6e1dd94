import { join } from 'node:path'
import {
  type Answers,
  type FileAnswer,
  filesOf,
  type Json,
  settle,
  type Template,
  withComputed,
  withPresets,
} from '@policyforms/core'
import { openSchemas } from '@policyforms/core/node'
import { arbitraryAnswers } from '@policyforms/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleTemplate } from '../fixtures/sample-template.ts'
import { readSheet, writeSheet } from '../index.ts'

const today = '2026-05-01'
const runs = Number(process.env.ROUND_TRIPS ?? 20)

/** A workbook of a pack takes 50 ms: the whole thousand for each pack is run with ROUND_TRIPS=1000. */
const { packs } = await openSchemas(join(import.meta.dirname, '../../../../schemas'))

/** Every file with a name of its own: a cell has nothing but the name. */
const distinct = (value: Json, next = { number: 0 }): Json => {
  if (typeof value !== 'object' || value === null) return value
  if (filesOf(value).length > 0)
    return filesOf(value).map((file) => ({ ...file, name: `${next.number++}${file.name}` }))
  if (Array.isArray(value)) return value.map((one) => distinct(one, next))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, one && distinct(one, next)]))
}

const filesIn = (value: Json | undefined): readonly FileAnswer[] => {
  const own = filesOf(value)
  if (own.length > 0 || typeof value !== 'object' || value === null) return own
  return Object.values(value).flatMap(filesIn)
}

/** With what conditions hide put back. */
const computed = (template: Template, answers: Answers): Answers =>
  withComputed(template, answers, settle(template, answers, { today }).answers)

const expectRoundTrip = async (template: Template, given: Answers) => {
  const answers = distinct(given) as Answers // an object stays one
  const back = await readSheet(template, await writeSheet(template, answers, { today }), {
    today,
    files: filesIn(answers),
  })
  expect(
    back.issues.filter(
      ({ code }) =>
        code.startsWith('workbook') || code.startsWith('cell') || code.startsWith('sheet') || code.startsWith('column'),
    ),
  ).toEqual([])
  // What is printed in fixed rows cannot be answered otherwise.
  expect(back.answers).toEqual(withPresets(template, answers))
}

describe('answers → workbook → answers', () => {
  it('is the identity for every kind of field', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAnswers(sampleTemplate), (answers) => expectRoundTrip(sampleTemplate, answers)),
      { numRuns: runs },
    )
  })

  it('is the identity for answers that came with their computed values, too', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAnswers(sampleTemplate), (answers) =>
        expectRoundTrip(sampleTemplate, computed(sampleTemplate, answers)),
      ),
      { numRuns: runs },
    )
  })

  it.each(
    packs.flatMap(({ templates }) => templates.map((template) => [template.id, template, templates.length] as const)),
  )(
    'is the identity for %s',
    async (_, template, count) => {
      await fc.assert(
        fc.asyncProperty(arbitraryAnswers(template), (answers) => expectRoundTrip(template, answers)),
        { numRuns: Math.ceil(runs / count) },
      )
    },
    600_000,
  )

  it('carries texts longer than a cell, wherever the cut falls in a surrogate pair', async () => {
    for (const length of [31_999, 32_000, 32_001, 70_000]) {
      const long = '字𬭎'.repeat(length / 3).slice(1)
      await expectRoundTrip(sampleTemplate, {
        all: { narrative: long, openchoice: { choice: 'other', other: long } },
        items: { lines: [{ name: long }, { name: '短' }] },
      })
    }
  })

  it('carries rare characters, and what XML cannot hold', async () => {
    const odd = '㛃𬭎\u0007\uFFFF_x0041_&#65;=1+1'
    await expectRoundTrip(sampleTemplate, { all: { text: odd, openchoice: { choice: 'other', other: odd } } })
    const broken = await writeSheet(sampleTemplate, { all: { text: `${odd}\uD800` } }, { today })
    const { answers, issues } = await readSheet(sampleTemplate, broken, { today })
    expect(answers).toEqual({ all: { text: `${odd}\uFFFD` } })
    expect(issues.find(({ code }) => code === 'control-character')).toMatchObject({ at: '/all/text', cell: 'B4' })
  })

  it('keeps nothing where nothing was', async () => {
    await expectRoundTrip(sampleTemplate, {})
  })
})
