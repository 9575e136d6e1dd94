import type { Answers, Field, Kind } from '@policyforms/core'
import { expression, field, get, listOfTitles, matrix, section, table, templateOf } from '../e2e/template-of.ts'

const kinds: readonly Kind[] = [
  'text',
  'number',
  'money',
  'date',
  'choice',
  'text',
  'yes-no',
  'narrative',
  'text',
  'identifier',
]

const facets = (kind: Kind, i: number): Partial<Field> => ({
  required: i % 3 === 0,
  ...(kind === 'money' && { unit: '万元', places: 2 }),
  ...(kind === 'choice' && { list: 'kinds' }),
  ...(kind === 'identifier' && { schemes: ['credit-code'] }),
  ...(kind === 'narrative' && { maxChars: 500 }),
})

const fields = Array.from({ length: 25 }, (_, i) => {
  const kind = kinds[i % kinds.length] ?? 'text'
  return field(kind, `f${i}`, `字段 ${i + 1}`, facets(kind, i))
})

const columns = Array.from({ length: 8 }, (_, i) =>
  i < 4 ? field('text', `c${i}`, `列 ${i + 1}`) : field('money', `c${i}`, `金额 ${i + 1}`, { unit: '万元', places: 2 }),
)

/** 300 fields in 12 sections and 6 tables of 20 × 8, each table with a sum that is computed. */
export const largeTemplate = templateOf(
  Array.from({ length: 12 }, (_, i) =>
    section(`s${i}`, `第 ${i + 1} 部分`, [
      ...fields,
      ...(i % 2 === 0
        ? [
            table('rows', '清单', columns, { totals: ['c4', 'c5'] }),
            field('money', 'sum', '合计', { places: 2, compute: expression(get('self')) }),
          ]
        : []),
    ]),
  ),
  {
    lists: { kinds: listOfTitles('kinds', ['企业', '高校', '科研院所', '其他']) },
    derivations: [0, 2, 4, 6, 8, 10].map((i) => ({
      path: [`s${i}`, 'sum'],
      is: 'compute' as const,
      expression: expression({ op: 'call', name: 'sum', args: [get(`s${i}.rows.c4`)] }),
    })),
  },
)

const row = (i: number) =>
  Object.fromEntries(columns.map((column, j) => [column.key, j < 4 ? `内容 ${i}-${j}` : i * 10 + j]))

export const largeAnswers: Answers = Object.fromEntries(
  largeTemplate.sections.map((one, i) => [
    one.key,
    { f0: '文字', f1: i, f2: i + 0.5, ...(i % 2 === 0 && { rows: Array.from({ length: 20 }, (_, r) => row(r)) }) },
  ]),
)

/** A list of 500 rows, for the table alone. */
export const longTemplate = templateOf([section('s', '长表', [table('rows', '清单', columns)])])
export const longAnswers: Answers = { s: { rows: Array.from({ length: 500 }, (_, i) => row(i)) } }

const matrixRows = Array.from({ length: 22 }, (_, i) => ({
  key: `r${i}`,
  title: `科目 ${i + 1}`,
  group: `第 ${Math.floor(i / 6) + 1} 类`,
}))
const yearOf = (i: number) => {
  const year = {
    op: 'binary',
    operator: '+',
    left: get('s.year'),
    right: { op: 'literal', type: 'number', value: String(i) },
  } as const
  return expression({ op: 'call', name: 'text', args: [year] })
}
const matrixColumns = Array.from({ length: 4 }, (_, i) => ({
  key: `c${i}`,
  title: `第 ${i + 1} 年`,
  group: `${i < 2 ? '前' : '后'}两年`,
  titleFrom: yearOf(i),
}))

/** A matrix of 22 × 4 with groups and totals both ways, and titles from the answers. */
export const matrixTemplate = templateOf([
  section('s', '预算', [
    field('year', 'year', '年度'),
    matrix('budget', '预算', field('text', 'cell', '金额'), {
      rows: matrixRows,
      columns: matrixColumns,
      totals: { rows: true, columns: true, groups: true },
    }),
  ]),
])
export const matrixAnswers: Answers = {
  s: {
    year: 2026,
    budget: Object.fromEntries(
      matrixRows.map(({ key }, i) => [
        key,
        Object.fromEntries(matrixColumns.map((column, j) => [column.key, `${i * 10 + j}`])),
      ]),
    ),
  },
}
