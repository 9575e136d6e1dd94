import { expect, it } from 'vitest'
import { coverageOf } from '../pack/coverage.ts'
import { smallPack } from '../testing/small-pack.ts'
import { settle } from './settle.ts'
import { validate } from './validate.ts'

const clause = (id: string) => ({ id, heading: `第${id}条`, gist: '要求。' })
const others = {
  'zz/policies/plan.json': {
    $schema: '../../dialect/policy.schema.json',
    id: 'plan',
    title: '办法',
    issuer: '某厅',
    clauses: ['1', '2', '3', '4'].map(clause),
  },
  'zz/codes/grades.json': {
    $schema: '../../dialect/codes.schema.json',
    id: 'grades',
    title: '等级',
    entries: [
      { code: 'good', title: '优秀', values: { least: 90 } },
      { code: 'pass', title: '合格', values: { least: 60 } },
    ],
  },
}
const report = {
  title: '评分',
  'x-clause': 'plan#1',
  properties: {
    s: {
      'x-kind': 'section',
      title: '评分',
      properties: {
        rows: {
          'x-kind': 'table',
          title: '评分表',
          items: {
            required: ['score'],
            properties: {
              item: { 'x-kind': 'text', title: '项目' },
              full: { 'x-kind': 'number', title: '满分' },
              score: { 'x-kind': 'number', title: '得分', minimum: 0, 'x-places': 1, 'x-at-most': 'row.full' },
            },
            'x-rules': [{ id: 'not-all', assert: 'row.score != 13', message: '不能是 13', at: 'score' }],
          },
          'x-fixed-rows': [
            { item: '投入', full: 40, 'x-clause': 'plan#2' },
            { item: '产出', full: 60, 'x-places': 2 },
          ],
        },
        total: { 'x-kind': 'number', title: '总分', 'x-places': 2, 'x-compute': 'sum(s.rows.score)' },
        grade: {
          'x-kind': 'choice',
          title: '等级',
          'x-clause': ['plan#3', 'plan#4'],
          'x-codes': 'grades',
          'x-compute': 'band("grades", s.total)',
        },
      },
    },
  },
}
const { pack, template } = smallPack(report, others)
const today = '2026-01-01'
const found = (...scores: readonly (number | undefined)[]) =>
  validate(template, { s: { rows: scores.map((score) => (score === undefined ? {} : { score })) } }, { today }).map(
    ({ code, at, params, clauses }) => [code, at, params.limit, clauses?.join()],
  )

it('holds a score against the full mark of its row, and cites the clause of the row', () => {
  expect(found(40, 60)).toEqual([])
  expect(found(40.1, 60.01)).toEqual([
    ['too-large', '/s/rows/0/score', 40, 'plan#2'],
    ['too-large', '/s/rows/1/score', 60, 'plan#1'],
  ])
  expect(found(undefined, 1)).toEqual([['required', '/s/rows/0/score', undefined, 'plan#2']])
  expect(found(13, 13)).toEqual([
    ['rule', '/s/rows/0/score', undefined, 'plan#2'],
    ['rule', '/s/rows/1/score', undefined, 'plan#1'],
  ])
})

it('takes as many places as the row has', () => {
  expect(found(1.25, 1.25)).toEqual([['too-many-places', '/s/rows/0/score', 1, 'plan#2']])
})

it('gives the grade exactly', () => {
  const gradeOf = (...scores: readonly number[]) => {
    const { answers } = settle(template, { s: { rows: scores.map((score) => ({ score })) } }, { today })
    return (answers.s as { grade?: string }).grade
  }
  expect([gradeOf(30.1, 59.9), gradeOf(30.1, 59.89), gradeOf(20, 39.9)]).toEqual(['good', 'pass', undefined])
})

it('tells in coverage which row carries a clause', () => {
  const [policy] = coverageOf(pack).policies
  expect(policy?.clauses.map(({ carriers }) => carriers.map(({ is, label }) => `${is} ${label}`))).toEqual([
    ['template 评分', 'rule 评分 › 规则 not-all'],
    ['row 评分 › 评分 › 评分表 › 投入'],
    ['field 评分 › 评分 › 等级'],
    ['field 评分 › 评分 › 等级'],
  ])
})
