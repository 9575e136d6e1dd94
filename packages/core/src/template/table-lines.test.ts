import { describe, expect, it } from 'vitest'
import { columnInRow, columnInSums, heightsOf, linesOf, namingColumn, rowName, sumLabel } from './table-lines.ts'
import type { Field, Table } from './template.ts'

const column = (key: string, kind: Field['kind'], places?: number): Field => ({
  block: 'field',
  kind,
  key,
  path: ['s', 't', '*', key],
  title: key,
  clauses: [],
  required: false,
  sensitive: false,
  wide: false,
  ...(places !== undefined && { places }),
})
const rows = [
  { a: '投入', b: '经费', c: '占比', full: 20 },
  { a: '投入', b: '经费', c: '增长', full: 10 },
  { a: '投入', b: '人员', c: '人数', full: 15 },
  // The same second level under another first one is no neighbour of it.
  { a: '产出', b: '人员', c: '专利', full: 55 },
]
const table: Table = {
  block: 'table',
  key: 't',
  path: ['s', 't'],
  title: '评分表',
  clauses: [],
  required: false,
  columns: [column('a', 'text'), column('b', 'text'), column('c', 'text'), column('full', 'number', 0)],
  minRows: 4,
  maxRows: 4,
  printedRows: 4,
  totals: [],
  fixedRows: rows,
  merge: ['a', 'b'],
  subtotals: [
    { by: 'b', of: ['full'] },
    { by: 'a', of: ['full'] },
  ],
  rowFacts: [{}, { places: 2 }, {}, {}],
}
const lines = linesOf(table, 4)
const heights = heightsOf(table, lines)

describe('the lines of a scoring table', () => {
  it('are its rows, each group followed by its sums, inner ones first', () => {
    const said = lines.map((one) => (one.line === 'row' ? one.index : `${one.by} ${one.from}-${one.to}`))
    expect(said).toEqual([0, 1, 'b 0-2', 2, 'b 2-3', 'a 0-3', 3, 'b 3-4', 'a 3-4'])
  })

  it('merge equal neighbours within the outer column, through the sums of their own group', () => {
    expect(lines.map((_, i) => heights(i, 'a'))).toEqual([6, 0, 0, 0, 0, 0, 3, 0, 0])
    expect(lines.map((_, i) => heights(i, 'b'))).toEqual([3, 0, 0, 2, 0, 1, 2, 0, 1])
    expect(heights(0, 'c')).toBe(1)
  })

  it('put 小计 beside the group that is summed', () => {
    const labels = lines.flatMap((one, i) => (one.line === 'sum' ? [sumLabel(table, i, one, heights)] : []))
    expect(labels.slice(0, 3)).toEqual([
      { at: 2, span: 1 },
      { at: 2, span: 1 },
      { at: 1, span: 2 },
    ])
  })

  it('of a table without any of it are its rows', () => {
    const { merge: _, subtotals: __, fixedRows: ___, ...plain } = table
    expect(linesOf(plain, 2)).toEqual([
      { line: 'row', index: 0 },
      { line: 'row', index: 1 },
    ])
  })
})

it('a row may have places of its own, and sums have the most of them', () => {
  const [, , , full] = table.columns
  if (!full) throw new Error('no such column')
  expect([0, 1].map((row) => columnInRow(table, full, row).places)).toEqual([0, 2])
  expect(columnInSums(table, full).places).toBe(2)
})

it('a row is called by its innermost heading', () => {
  expect(rowName(table, 3, {})).toBe('专利')
})

it('no row is called by its unit', () => {
  const [, , title] = table.columns
  if (!title) throw new Error('no such column')
  const unit = { ...title, key: 'unit' }
  const fixedRows = ['专利', '论文', '标准'].map((name, i) => ({ [title.key]: name, unit: i < 2 ? '项' : '件' }))
  const measured = { columns: [title, unit], fixedRows }
  expect(namingColumn(measured)).toBe(title)
  expect(rowName(measured, 0, {})).toBe('专利')
})
