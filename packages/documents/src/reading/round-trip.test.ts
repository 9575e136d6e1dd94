import { fileURLToPath } from 'node:url'
import {
  type Answers,
  isObject,
  type Json,
  leavesOf,
  listOf,
  placesOf,
  settle,
  type Template,
  valueAt,
  withPresets,
  withValue,
} from '@policyforms/core'
import { openSchemas } from '@policyforms/core/node'
import { arbitraryAnswers } from '@policyforms/core/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../book/fields-of.ts'
import { sampleAnswers, sampleBook } from '../sample/book.ts'
import { everyKind } from '../sample/every-kind.ts'
import { writeWord } from '../write-word.ts'
import { readBook } from './read-book.ts'

const today = '2026-05-01'
/** `ROUND_TRIPS=1000 vitest run round-trip` for the long run. */
const runs = Number(process.env.ROUND_TRIPS ?? 0)

const { packs } = await openSchemas(fileURLToPath(new URL('../../../../schemas', import.meta.url)))
const templates = packs.flatMap((pack) => pack.templates)

/** Boxes are ticked in the order of the list, and what is hidden is not printed. */
const asPrinted = (template: Template, answers: Answers): Answers => {
  const { answers: settled, hidden } = settle(template, answers, { today })
  const visible = [...hidden].reduce<Answers>(
    (so, at) => withValue(so, at.slice(1).split('/'), undefined) as Answers, // an object stays one
    withPresets(template, answers),
  )
  return fieldsOf(template).reduce<Answers>((so, field) => {
    const order = leavesOf(listOf(field, template.lists).entries).map(({ code }) => code)
    const sorted = (codes: Json): Json =>
      Array.isArray(codes) ? codes.toSorted((a, b) => order.indexOf(String(a)) - order.indexOf(String(b))) : codes
    return placesOf(settled, field.path).reduce<Answers>((all, place) => {
      const value = valueAt(all, place)
      if (value === undefined || !['choices', 'open-choices'].includes(field.kind)) return all
      const chosen = isObject(value) ? { ...value, choices: sorted(value.choices ?? []) } : sorted(value)
      return withValue(all, place, chosen) as Answers // an object stays one
    }, so)
  }, visible)
}

const withoutEmpty = (value: Json | undefined): Json | undefined => {
  // A row in which all is hidden is an empty one.
  if (Array.isArray(value)) {
    const kept = value.flatMap((item) => withoutEmpty(item) ?? [])
    return kept.length === 0 ? undefined : kept
  }
  if (!isObject(value)) return value
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const one = withoutEmpty(inner)
    return one === undefined ? [] : [[key, one] as const]
  })
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

/** Print takes the line ends of Unicode for those of the keyboard; a date before 1900 is none when it is typed. */
const typeable = (answers: Answers): Answers =>
  JSON.parse(
    JSON.stringify(answers)
      .replace(/[\u2028\u2029]/g, '·')
      .replace(/"18(\d\d-\d\d)/g, '"19$1'),
  )

const expectRoundTrip = async (template: Template, given: Answers) => {
  const answers = typeable(given)
  const back = readBook(template, await writeWord(template, answers, { today }), { today })
  expect(back.issues).toEqual([])
  expect(withoutEmpty(asPrinted(template, back.answers)) ?? {}).toEqual(
    withoutEmpty(asPrinted(template, answers)) ?? {},
  )
}

describe('answers → Word → answers', () => {
  it('is the identity for one of everything', async () => {
    await expectRoundTrip(sampleBook, sampleAnswers)
    await expectRoundTrip(sampleBook, {})
  })

  it('is the identity for every kind of field in boxes, rows and text', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAnswers(everyKind), (answers) => expectRoundTrip(everyKind, answers)),
      { numRuns: runs || 200 },
    )
  })
})

describe.each(templates.map((template) => [template.id, template] as const))('%s', (_, template) => {
  it('comes back from Word as it went', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAnswers(template), (answers) => expectRoundTrip(template, answers)),
      { numRuns: runs || Math.ceil(200 / templates.filter(({ pack }) => pack.id === template.pack.id).length) },
    )
  }, 600_000)
})
