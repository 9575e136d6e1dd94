import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Json } from '../answers/json.ts'
import { keysOf, withValue } from '../answers/pointer.ts'
import { engines } from '../node/index.ts'
import { compileSchemas, coverageOf } from './index.ts'

const base: Record<string, Json> = JSON.parse(readFileSync(new URL('faults/base.json', import.meta.url), 'utf8'))
const clause = (id: string, more: Record<string, Json> = {}) => ({ id, heading: id, gist: '要求。', ...more })
const change = (changes: Readonly<Record<string, Readonly<Record<string, Json>>>>) =>
  Object.entries(base).map(([path, content]) => ({
    path,
    text: JSON.stringify(
      Object.entries(changes[path] ?? {}).reduce((so, [at, value]) => withValue(so, keysOf(at), value), content),
    ),
  }))

const colour = {
  'x-kind': 'choice',
  title: '颜色',
  oneOf: [
    { const: 'red', title: '红', 'x-clause': 'plan#4' },
    { const: 'blue', title: '蓝' },
  ],
}
const sums = {
  'x-kind': 'matrix',
  title: '经费',
  'x-rows': [{ key: 'own', title: '自筹' }],
  'x-columns': [{ key: 'first', title: '第一年' }],
  'x-cell': { 'x-kind': 'money', title: '金额', 'x-unit': '万元', 'x-clause': 'plan#8' },
}
const files = change({
  'zz/jurisdiction.json': { '/offices': [{ name: '某局', role: 'office', clause: 'plan#9' }] },
  'zz/policies/plan.json': {
    '/clauses': [
      clause('1'),
      clause('2', { asks: false, reason: '只是说明。' }),
      clause('3'),
      clause('4'),
      clause('5'),
      clause('6'),
      clause('7'),
      clause('8'),
      clause('9'),
    ],
  },
  'zz/report.schema.json': {
    '/x-clause': 'plan#7',
    '/properties/basics/x-clause': 'plan#5',
    '/properties/basics/properties/colour': colour,
    '/properties/basics/properties/sums': sums,
    '/properties/basics/x-rules': [
      { id: 'some-money', assert: 'basics.amount > 0', message: '金额应大于零', clause: 'plan#6' },
    ],
  },
})

const coverage = () => {
  const [pack] = compileSchemas(files, engines).packs
  if (!pack) throw new Error('no pack')
  return coverageOf(pack).policies.flatMap(({ clauses }) => clauses)
}
const carriersOf = (ref: string) =>
  coverage()
    .find((one) => one.ref === ref)
    ?.carriers.map(({ is, label }) => `${is} ${label}`)

it.each([
  ['plan#1', ['field 报告 › 基本情况 › 名称']],
  ['plan#2', []],
  ['plan#3', []],
  ['plan#4', ['option 报告 › 基本情况 › 颜色 › 红']],
  ['plan#5', ['section 报告 › 基本情况']],
  ['plan#6', ['rule 报告 › 规则 some-money']],
  ['plan#7', ['template 报告']],
  ['plan#8', ['field 报告 › 基本情况 › 经费 › 金额']],
  ['plan#9', ['office 主管部门 › 某局']],
])('%s is carried by %j', (ref, carriers) => expect(carriersOf(ref)).toEqual(carriers))

it('a clause is uncovered if nothing carries it and it asks for something', () =>
  expect(
    coverage()
      .filter((one) => one.isUncovered)
      .map((one) => one.ref),
  ).toEqual(['plan#3']))

it('keeps why a clause asks nothing', () => expect(coverage()[1]).toMatchObject({ asksNothing: '只是说明。' }))

it('finds the clauses of a procedure wherever they stand', () => {
  const [pack] = compileSchemas(files, engines).packs
  if (!pack) throw new Error('no pack')
  const value = {
    title: '程序',
    stages: { review: { title: '论证', opinions: { e: { title: '意见', clause: 'plan#3' } } } },
  }
  const source = { path: 'zz/procedure.json', value, locate: () => ({ line: 1, column: 1 }) }
  const context = { pack, offices: pack.offices, clauses: new Map(), templates: new Map() }
  const procedure = { source, context, isSafePattern: engines.isSafePattern }
  const found = coverageOf({ ...pack, procedure }).policies[0]?.clauses[2]
  expect(found).toMatchObject({
    isUncovered: false,
    carriers: [{ is: 'procedure', label: '程序 › 论证 › 意见', path: ['stages', 'review', 'opinions', 'e'] }],
  })
})
