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
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../book/fields-of.ts'
import { tagOf } from '../controls/tag-of.ts'
import { sampleAnswers, sampleBook } from '../sample/book.ts'
import { everyKind } from '../sample/every-kind.ts'
import { writeWord } from '../write-word.ts'
import { readBook } from './read-book.ts'

const today = '2026-05-01'
/** Of each pack: `ROUND_TRIPS=1000 vitest run round-trip` for the long run. */
const runs = Number(process.env.ROUND_TRIPS ?? 200)

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

/** What people type, in the runs that Word makes of it. */
const typed = fc.array(fc.stringMatching(/^[一-龥A-Za-z0-9，。（）&<>"-]{1,6}$/), { minLength: 1, maxLength: 4 })

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const runsOf = (pieces: readonly string[]) =>
  pieces
    .map((piece, i) => `<w:r>${i % 2 ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t>${escaped(piece)}</w:t></w:r>`)
    .join('<w:proofErr w:type="spellStart"/>')

/** Each place of a text, in the order of the book; none of what is hidden in some rows, and so not printed in them. */
const retyped = (xml: string, template: Template, answers: Answers, pieces: readonly string[], which: number) => {
  const choices = fieldsOf(template).flatMap((field) => {
    if (field.kind !== 'text' || field.compute) return []
    const tag = escaped(tagOf(field.path))
    const control = new RegExp(
      `(<w:sdt><w:sdtPr><w:tag w:val="${tag.replaceAll('.', '\\.')}"/>)(.*?)(?<=</w:sdtPr><w:sdtContent>).*?(?=</w:sdtContent>)`,
      'gs',
    )
    const [spots, places] = [[...xml.matchAll(control)], placesOf(answers, field.path)]
    return spots.length === places.length ? places.map((place, i) => ({ place, spot: spots[i] })) : []
  })
  const chosen = choices[which % choices.length]
  if (!chosen?.spot) return undefined
  const { place, spot } = chosen
  const [whole, open, properties = ''] = spot
  const own = `${open}${properties.replace('<w:showingPlcHdr/>', '')}${runsOf(pieces)}`
  return { place, xml: `${xml.slice(0, spot.index)}${own}${xml.slice(spot.index + whole.length)}` }
}

const main = 'word/document.xml'

const expectTyped = async (template: Template, given: Answers, pieces: readonly string[], which: number) => {
  const answers = asPrinted(template, typeable(given))
  const parts = unzipSync(await writeWord(template, answers, { today }))
  const edit = retyped(strFromU8(parts[main] ?? new Uint8Array()), template, answers, pieces, which)
  if (!edit) return
  const back = readBook(template, zipSync({ ...parts, [main]: strToU8(edit.xml) }, { level: 1 }), { today })
  expect(back.issues).toEqual([])
  const wanted = withValue(answers, edit.place, pieces.join('')) as Answers // an object stays one
  expect(withoutEmpty(asPrinted(template, back.answers)) ?? {}).toEqual(withoutEmpty(asPrinted(template, wanted)) ?? {})
}

describe('answers → Word → answers', () => {
  it('is the identity for one of everything', async () => {
    await expectRoundTrip(sampleBook, sampleAnswers)
    await expectRoundTrip(sampleBook, {})
  })

  it('is the identity for every kind of field in boxes, rows and text', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAnswers(everyKind), (answers) => expectRoundTrip(everyKind, answers)),
      { numRuns: runs },
    )
  })
})

describe.each(templates.map((template) => [template.id, template] as const))('%s', (_, template) => {
  const numRuns = Math.ceil(runs / templates.filter(({ pack }) => pack.id === template.pack.id).length)
  it('comes back from Word as it went', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryAnswers(template), (answers) => expectRoundTrip(template, answers)),
      { numRuns },
    )
  }, 1_200_000)
  it('comes back with what was typed in Word', async () => {
    const property = fc.asyncProperty(arbitraryAnswers(template), typed, fc.nat(), (answers, pieces, which) =>
      expectTyped(template, answers, pieces, which),
    )
    await fc.assert(property, { numRuns: Math.ceil(numRuns / 4) })
  }, 1_200_000)
})
