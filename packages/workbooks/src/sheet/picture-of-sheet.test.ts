import { Readable } from 'node:stream'
import readExcel from 'read-excel-file/node'
import { expect, it } from 'vitest'
import { sampleTemplate } from '../fixtures/sample-template.ts'
import { pictureOfSheet, writeSheet } from '../index.ts'

const today = '2026-05-01'
const answers = {
  all: { text: '=cmd|calc', money: 1234.5, choice: 'joint' },
  items: { lines: [{ name: '机床', count: 2, price: 3.5 }] },
}
const pictures = pictureOfSheet(sampleTemplate, answers, { today })
const items = pictures.find(({ name }) => name === '设备')
const cellAt = (row: number, column: number) => items?.rows[row - 1]?.cells.find((cell) => cell.column === column)

it('says in every cell what another reader finds in the file', async () => {
  const bytes = Buffer.from(await writeSheet(sampleTemplate, answers, { today }))
  for (const { name, rows } of pictures) {
    const read = await readExcel(Readable.from([bytes]), { sheet: name, trim: false })
    const texts = rows.flatMap(({ cells }, row) => cells.map(({ column, text }) => [row, column, text] as const))
    for (const [row, column, text] of texts) {
      const found = read[row]?.[column - 1]
      if (typeof found === 'string') expect(text).toBe(found)
      if (found === undefined || found === null) expect(text, `${name} ${row} ${column}`).toBe('')
    }
  }
  expect(pictures.map(({ name }) => name)).toContain('设备')
})

it('shows formats, merged heads, offered lists and what a cell asks for', () => {
  expect(cellAt(5, 4)).toMatchObject({ text: '3.50', look: 'input' })
  expect(cellAt(5, 5)).toMatchObject({ text: '7.00', look: 'locked' })
  const all = pictures.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
  expect(all.some(({ across = 1 }) => across > 1)).toBe(true)
  expect(all.some(({ offers }) => offers)).toBe(true)
  expect(all.some(({ asks, offers }) => asks && !offers)).toBe(true)
})

it('stops after some hundred rows and says how many there are besides', () => {
  const lines = Array.from({ length: 1000 }, () => ({ name: '机床' }))
  const long = pictureOfSheet(sampleTemplate, { items: { lines } }, { today }).find(({ name }) => name === '设备')
  expect(long?.rows.length).toBe(300)
  expect(long?.more).toBeGreaterThan(700)
})
