import type { Answers, Field, Kind } from '@policyforms/core'
import { expression, field, get, listOfTitles, section, table, templateOf } from '../e2e/template-of.ts'

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
