import { expect, it } from 'vitest'
import type { Json } from '../answers/json.ts'
import type { Template } from '../template/template.ts'
import { money, section, smallPack, text } from '../testing/small-pack.ts'
import { carryExamples } from './carry-examples.ts'

const versionOf = (sections: object): Template => smallPack({ properties: sections }).template

const before = versionOf({
  basics: section('基本情况', { name: text('名称'), phone: text('电话'), total: money('总额', { 'x-unit': '元' }) }),
  people: section('人员', {
    list: { 'x-kind': 'table', title: '人员', items: { properties: { name: text('姓名'), job: text('职务') } } },
  }),
})
const after = versionOf({
  basics: section('基本情况', {
    title: text('中心名称', { 'x-was': 'name' }),
    total: money('总额', { 'x-unit': '万元', 'x-was': { at: 'total', unit: '元' } }),
  }),
  team: section(
    '团队',
    {
      list: {
        'x-kind': 'table',
        title: '人员',
        items: { properties: { name: text('姓名'), post: text('岗位', { 'x-was': 'job' }) } },
      },
      phone: text('电话', { 'x-was': 'basics.phone' }),
    },
    { 'x-was': 'people' },
  ),
})
const complete = {
  basics: { name: '甲', phone: '1', total: 20_000 },
  people: {
    list: [
      { name: '张', job: '主任' },
      { name: '李', job: '副主任' },
    ],
  },
}
const carry = (examples: Readonly<Record<string, Json>>) =>
  Object.fromEntries(carryExamples(before, after, new Map(Object.entries(examples))))

it('carries plain answers as a draft is carried', () => {
  expect(carry({ complete })).toEqual({
    complete: {
      basics: { title: '甲', total: 2 },
      team: {
        list: [
          { name: '张', post: '主任' },
          { name: '李', post: '副主任' },
        ],
        phone: '1',
      },
    },
  })
})

it('follows the places of changes and of what is expected, rows included, and converts what is set', () => {
  const invalid = {
    from: 'complete.json',
    set: { '/basics/name': null, '/basics/total': 50_000, '/people/list/1/job': '顾问', '/basics/unheard': 1 },
    issues: [
      { code: 'required', at: '/basics/name' },
      { code: 'rule', rule: 'one-head', at: '/people/list' },
      { code: 'unknown-property', at: '/basics/unheard' },
    ],
  }
  expect(carry({ complete, invalid }).invalid).toEqual({
    from: 'complete.json',
    set: { '/basics/title': null, '/basics/total': 5, '/team/list/1/post': '顾问', '/basics/unheard': 1 },
    issues: [
      { code: 'required', at: '/basics/title' },
      { code: 'rule', rule: 'one-head', at: '/team/list' },
      { code: 'unknown-property', at: '/basics/unheard' },
    ],
  })
})

it('carries answers that stand beside what is expected of them', () => {
  const own = { answers: { basics: { name: '乙' } }, issues: [{ code: 'required', at: '/basics/phone' }] }
  expect(carry({ own }).own).toEqual({
    answers: { basics: { title: '乙' } },
    issues: [{ code: 'required', at: '/team/phone' }],
  })
})

it('leaves alone what is in no other place, what starts from nothing, and all of it between equal versions', () => {
  const plain = { basics: {} }
  const lost = { from: 'nowhere.json', set: { '/basics/total': 1 } }
  expect(carry({ plain, lost })).toEqual({})
  expect(carryExamples(before, before, new Map(Object.entries({ complete }))).size).toBe(0)
})
