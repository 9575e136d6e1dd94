import type { Answers, Kind, Template } from '@policyforms/core'
import { fieldOf, sampleTemplate, sectionOf, tableOf } from '../src/fixtures/sample-template.ts'
import type { Submission } from '../src/index.ts'

export const today = '2026-05-01'

const columnCount = 40
const kinds: readonly Kind[] = ['text', 'money', 'number', 'text']
const keys = Array.from({ length: columnCount }, (_, i) => `c${i}`)
const kindAt = (i: number): Kind => kinds[i % kinds.length] ?? 'text'

const templateOf = (sections: Template['sections']): Template => ({
  ...sampleTemplate,
  sections,
  derivations: [],
  rules: [],
})

/** 40 answers, each once. */
export const wide = templateOf([
  sectionOf(
    's',
    '一览',
    keys.map((key, i) => fieldOf(kindAt(i), ['s', key], { title: `第 ${i} 列` })),
  ),
])

/** The same as the columns of a table. */
export const long = templateOf([
  sectionOf('s', '一览', [
    tableOf(
      ['s', 't'],
      keys.map((key, i) => fieldOf(kindAt(i), ['s', 't', key], { title: `第 ${i} 列` })),
      { maxRows: 10_000 },
    ),
  ]),
])

const valueAt = (row: number, i: number) =>
  kindAt(i) === 'money' ? row + i / 4 : kindAt(i) === 'number' ? row * i : `单位 ${row}-${i} & 名称`

const rowOf = (row: number) => keys.map((_, i) => valueAt(row, i))

const recordOf = (row: number): Answers => Object.fromEntries(rowOf(row).map((value, i) => [keys[i] ?? '', value]))

export const valuesOf = (rows: number): (string | number)[][] => Array.from({ length: rows }, (_, row) => rowOf(row))

export const recordsOf = (rows: number): readonly Answers[] => Array.from({ length: rows }, (_, row) => recordOf(row))

const submissionOf = (row: number): Submission => ({ id: String(row), title: '材料', answers: { s: recordOf(row) } })

export const submissionsOf = (rows: number): readonly Submission[] =>
  Array.from({ length: rows }, (_, row) => submissionOf(row))

/** The same one after the other, as they come from a store: nobody holds them all. */
export function* submissionsComing(rows: number): Generator<Submission> {
  for (let row = 0; row < rows; row++) yield submissionOf(row)
}
