import { type Answers, type FileAnswer, filesOf, type Json, placesOf, valueAt } from '@policyforms/core'
import { arbitraryAnswers } from '@policyforms/core/testing'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../book/fields-of.ts'
import { fillForm } from '../form/fill-form.ts'
import { field, section, table, template as templateOf } from '../sample/blocks.ts'
import { smallWord } from '../sample/small-word.ts'
import { writeWord } from '../write-word.ts'
import { readBook } from './read-book.ts'

/* Scans are called 扫描件.pdf by the dozen: which of them stands where is never told by the name alone. */

const today = '2026-05-01'
const numRuns = Number(process.env.ROUND_TRIPS ?? 60)
const kinds = [
  { key: 'name', kind: 'text' },
  { key: 'proof', kind: 'attachment' },
  { key: 'photo', kind: 'picture' },
] as const
const fieldsCalled = (name: string) => kinds.map(({ key, kind }) => field(key, kind, `${name}${key}`))
const template = templateOf([
  section('all', '', '材料', fieldsCalled('材料')),
  section('rows', '', '清单', [table('t', '表', fieldsCalled('列'))]),
])
const fields = fieldsOf(template).filter(({ kind }) => kind === 'attachment' || kind === 'picture')

/** Few names for many files. */
const alike = (value: Json, next = { number: 0 }): Json => {
  if (typeof value !== 'object' || value === null) return value
  const own = filesOf(value)
  if (own.length > 0)
    return own.map(({ size }) => {
      const number = next.number++
      return { id: `f${number}`, name: number % 4 === 3 ? '甲、乙.pdf' : '扫描件.pdf', size }
    })
  if (Array.isArray(value)) return value.map((one) => alike(one, next))
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, one === undefined ? one : alike(one, next)]),
  )
}

const filesAt = (answers: Answers): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    fields.flatMap(({ path }) =>
      placesOf(answers, path).flatMap((place) => {
        const ids = filesOf(valueAt(answers, place)).map(({ id }) => id)
        return ids.length > 0 ? [[place.join('/'), ids] as const] : []
      }),
    ),
  )
const allFiles = (answers: Answers): readonly FileAnswer[] =>
  fields.flatMap(({ path }) => placesOf(answers, path).flatMap((place) => filesOf(valueAt(answers, place))))

/** Rows that somebody has turned round since the file was written. */
const turned = (value: Json): Json => {
  if (typeof value !== 'object' || value === null || filesOf(value).length > 0) return value
  if (Array.isArray(value)) return value.map(turned).toReversed()
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, one === undefined ? one : turned(one)]))
}

const given = fc.tuple(
  arbitraryAnswers(template).map((answers) => alike(answers) as Answers), // an object stays one
  fc.infiniteStream(fc.nat()),
)
const shuffled = (files: readonly FileAnswer[], numbers: Iterator<number>) =>
  files
    .map((file) => ({ file, at: numbers.next().value }))
    .sort((a, b) => a.at - b.at)
    .map(({ file }) => file)

const holds = (check: (answers: Answers, files: readonly FileAnswer[]) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(given, ([answers, numbers]) => check(answers, shuffled(allFiles(answers), numbers))),
    { numRuns },
  )

/** Of each answer but its first file the controls are gone that know it by its number: as where names are typed in Word. */
const typedAgain = (bytes: Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes)
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const control =
    /<w:sdt><w:sdtPr><w:tag w:val="([^"]*)#\d+"\/>(?:(?!<w:sdt>).)*?<w:sdtContent>((?:(?!<w:sdt>).)*?)<\/w:sdtContent><\/w:sdt>/gs
  const seen = new Set<string>()
  const typed = xml.replace(control, (whole, tag: string, content: string) => {
    if (seen.has(tag)) return content
    seen.add(tag)
    return whole
  })
  return zipSync({ ...parts, 'word/document.xml': strToU8(typed) }, { level: 1 })
}

const paths = fieldsOf(template).map(({ path }) => path.filter((key) => key !== '*').join('.'))
const form = smallWord({
  paragraphs: paths.filter((path) => path.startsWith('all.')).map((path) => ({ text: `附：{{${path}}}` })),
  parts: {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  },
  rows: [paths.filter((path) => path.startsWith('rows.')).map((path) => `{{${path}}}`)],
})

describe('files of one name', () => {
  it('come back from a book to where they stand in it, whatever has become of the draft', () =>
    holds(async (answers, files) => {
      const book = await writeWord(template, answers, { today })
      for (const current of [answers, turned(answers) as Answers, {}]) // an object stays one
        expect(filesAt(readBook(template, book, { today, files, current }).answers)).toEqual(filesAt(answers))
    }))

  it('come back to their places where all but the first of an answer have nothing but their names', () =>
    holds(async (answers, files) => {
      const typed = typedAgain(await writeWord(template, answers, { today }))
      expect(filesAt(readBook(template, typed, { today, files, current: answers }).answers)).toEqual(filesAt(answers))
    }))

  it("come back to their places from an office's own file", () =>
    holds(async (answers, files) => {
      const filled = await fillForm(template, form, answers, { today })
      if (!filled) throw new Error('refused')
      const { answers: back, issues } = readBook(template, filled, { today, files, current: answers })
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(filesAt(back)).toEqual(filesAt(answers))
    }))
})
