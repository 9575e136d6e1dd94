import { expect, it } from 'vitest'
import {
  clausesOfPolicy,
  followRefs,
  hangClause,
  isCarrier,
  isCopied,
  mergeClause,
  newPolicy,
  placesCiting,
  splitClause,
  takeOff,
} from './policy-edits.ts'

const text = newPolicy({ id: 'plan', title: '办法', number: '' }, [
  { id: '1', heading: '第一条', text: ['为了规范管理，制定本办法。'], place: '第 1 行' },
  { id: '2', heading: '第二条', text: ['申报单位应当自筹一半。', '每年三月报告。'], place: '第 2 行' },
])
const template = {
  properties: { a: { 'x-clause': ['plan#1', 'plan#2'], 'x-rules': [{ id: 'x', clause: 'plan#2' }] } },
}
const files = new Map([
  ['p/plan.schema.json', JSON.stringify(template, null, 2)],
  ['p/policies/plan.json', text],
  ['q/plan.schema.json', JSON.stringify(template)],
])
const a = (from: ReadonlyMap<string, string>) => JSON.parse(from.get('p/plan.schema.json') ?? '').properties.a

it('makes a policy whose gists begin as the text', () => {
  expect(JSON.parse(text)).toMatchObject({ id: 'plan', title: '办法' })
  expect(JSON.parse(text)).not.toHaveProperty('number')
  expect(clausesOfPolicy(text).map(({ gist }) => gist)).toEqual([
    '为了规范管理，制定本办法。',
    '申报单位应当自筹一半。每年三月报告。',
  ])
})

it('knows a gist that still is the source', () => {
  expect(isCopied('申报单位应当 自筹一半。每年', ['申报单位应当自筹一半。', '每年三月报告。'])).toBe(true)
  expect(isCopied('单位自己出一半钱，每年报告一次。', ['申报单位应当自筹一半。'])).toBe(false)
  expect(isCopied('申报单位应当自筹一半。', undefined)).toBe(false)
})

it('cuts a clause in two and puts it together again', () => {
  const split = splitClause(text, 1, '申报单位应当自筹一半。'.length)
  expect(
    clausesOfPolicy(split)
      .map(({ id, gist }) => [id, gist])
      .slice(1),
  ).toEqual([
    ['2', '申报单位应当自筹一半。'],
    ['2.2', '每年三月报告。'],
  ])
  expect(mergeClause(split, 2)).toBe(text)
  expect(splitClause(text, 1, 0)).toBe(text)
})

it('counts templates and the procedure alone as carrying', () => {
  const all = new Map([
    ...files,
    ['p/jurisdiction.json', '{"x-clause":"plan#2"}'],
    ['p/procedure.json', '{"clause":"plan#2"}'],
  ])
  expect(
    placesCiting(all, 'p', 'plan#2')
      .filter(isCarrier)
      .map(({ file }) => file),
  ).toEqual(['p/plan.schema.json', 'p/plan.schema.json', 'p/procedure.json'])
})

it('finds what cites a clause, in the pack alone', () => {
  expect(placesCiting(files, 'p', 'plan#2').map(({ keys }) => keys.join('/'))).toEqual([
    'properties/a/x-clause',
    'properties/a/x-rules/0/clause',
  ])
})

it('hangs a clause on a node and a rule, once, and takes it off', () => {
  const hung = hangClause(files, 'p/plan.schema.json', ['properties', 'a', 'x-rules', 0], 'plan#1')
  expect(a(hung)['x-rules'][0].clause).toEqual(['plan#2', 'plan#1'])
  expect(a(hangClause(hung, 'p/plan.schema.json', ['properties', 'a'], 'plan#1'))['x-clause']).toEqual([
    'plan#1',
    'plan#2',
  ])
  const [place] = placesCiting(files, 'p', 'plan#1')
  expect(place && a(takeOff(files, place, 'plan#1'))['x-clause']).toBe('plan#2')
})

it('follows a clause that gets another number, or goes', () => {
  expect(a(followRefs(files, 'p', 'plan#2', 'plan#3'))).toEqual({
    'x-clause': ['plan#1', 'plan#3'],
    'x-rules': [{ id: 'x', clause: 'plan#3' }],
  })
  expect(a(followRefs(files, 'p', 'plan#2', undefined))).toEqual({ 'x-clause': 'plan#1', 'x-rules': [{ id: 'x' }] })
  expect(a(followRefs(files, 'p', 'plan#2', 'plan#1'))['x-clause']).toBe('plan#1')
})
