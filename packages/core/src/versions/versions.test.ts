import { describe, expect, it } from 'vitest'
import type { Answers } from '../answers/json.ts'
import { openSchemas, readSchemas } from '../node/index.ts'
import type { Template } from '../template/template.ts'
import { money, section, smallPack, text } from '../testing/small-pack.ts'
import { breakingChanges } from './breaking-changes.ts'
import { carryAnswers } from './carry-answers.ts'

/** A template of one section 基本情况 with these properties, and of others beside it. */
const versionOf = (properties: object, more: { readonly sections?: object; readonly root?: object } = {}): Template =>
  smallPack({ ...more.root, properties: { basics: section('基本情况', properties), ...more.sections } }).template

const options = (...titles: readonly string[]) => titles.map((title, i) => ({ const: `o${i}`, title }))

describe('carrying answers to another version', () => {
  const rights = (title: string, more: object = {}) => ({
    'x-kind': 'table',
    title: '知识产权',
    'x-row-number': { prefix: 'IP', digits: 2 },
    items: { properties: { name: text(title) } },
    ...more,
  })
  const use = { 'x-kind': 'reference', title: '依托', 'x-refers': 'basics.rights' }

  it('keeps what rows are known by, so that references lead where they led', () => {
    const from = versionOf({ rights: rights('名称'), use })
    const to = versionOf({
      owned: rights('权利名称', { 'x-was': 'rights' }),
      rests: { ...use, 'x-refers': 'basics.owned', 'x-was': 'use' },
    })
    const answers = { basics: { rights: [{ name: '甲' }, { id: 'k', name: '乙' }], use: 'IP01' } }
    const { answers: carried, notes } = carryAnswers(from, to, answers)
    expect(carried).toEqual({
      basics: {
        owned: [
          { id: 'IP01', name: '甲' },
          { id: 'k', name: '乙' },
        ],
        rests: 'IP01',
      },
    })
    expect(notes.map(({ what }) => what)).toEqual(['moved', 'moved', 'moved'])
    expect(notes.at(-1)).toMatchObject({ before: 'IP01 甲', after: 'IP01 甲' })
    expect(breakingChanges(from, to)).toEqual([])
  })

  it('says that a reference to another table would lead nowhere', () => {
    const from = versionOf({ rights: rights('名称'), others: rights('名称', { title: '其他' }), use })
    const to = versionOf({
      rights: rights('名称'),
      others: rights('名称', { title: '其他' }),
      use: { ...use, 'x-refers': 'basics.others' },
    })
    expect(breakingChanges(from, to)).toMatchObject([{ why: 'kind', path: 'basics.use' }])
    const { notes } = carryAnswers(from, to, { basics: { rights: [{ name: '甲' }], use: 'IP01' } })
    expect(notes).toMatchObject([{ what: 'unfit', from: '/basics/use', fault: { code: 'row-gone' } }])
  })

  it('reads a number that was typed as text for the row that has it, and tells a row as text', () => {
    const typed = versionOf({ rights: rights('名称'), use: text('依托') })
    const chosen = versionOf({ rights: rights('名称'), use })
    const rows = [
      { id: 'x', name: '甲' },
      { id: 'y', name: '乙' },
    ]
    const there = carryAnswers(typed, chosen, { basics: { rights: rows, use: 'IP02' } })
    expect(there.answers).toEqual({ basics: { rights: rows, use: 'y' } })
    const back = carryAnswers(chosen, typed, there.answers)
    expect(back.answers).toEqual({ basics: { rights: rows, use: 'IP02 乙' } })
  })

  it('follows a field to its new name and place', () => {
    const from = versionOf({ plan: text('计划'), phone: text('电话') })
    const to = versionOf(
      { annualPlan: text('年度计划', { 'x-was': 'plan' }) },
      {
        sections: {
          contact: {
            'x-kind': 'section',
            title: '联系人',
            properties: { phone: text('电话', { 'x-was': 'basics.phone' }) },
          },
        },
      },
    )
    const { answers, notes } = carryAnswers(from, to, { basics: { plan: '建平台', phone: '0471-1234567' } })
    expect(answers).toEqual({ basics: { annualPlan: '建平台' }, contact: { phone: '0471-1234567' } })
    expect(notes).toMatchObject([
      { what: 'moved', from: '/basics/plan', to: '/basics/annualPlan' },
      { what: 'moved', from: '/basics/phone', to: '/contact/phone' },
    ])
    expect(breakingChanges(from, to)).toEqual([])
  })

  it('converts units exactly, and says so', () => {
    const from = versionOf({ total: money('总额', { 'x-unit': '元' }) })
    const to = versionOf({ total: money('总额', { 'x-unit': '万元', 'x-was': { at: 'total', unit: '元' } }) })
    const { answers, notes } = carryAnswers(from, to, { basics: { total: 1234567 } })
    expect(answers).toEqual({ basics: { total: 123.4567 } })
    expect(notes).toMatchObject([{ what: 'unfit', fault: { code: 'too-many-places' } }])
    expect(carryAnswers(from, to, { basics: { total: 1234500 } }).notes).toMatchObject([
      { what: 'converted', before: '1,234,500.00', after: '123.45' },
    ])
  })

  it('splits one text into several fields', () => {
    const from = versionOf({ contact: text('联系人及电话') })
    const part = (n: number) => ({ 'x-was': { at: 'contact', split: '，', part: n } })
    const to = versionOf({ name: text('联系人', part(1)), phone: text('电话', part(2)) })
    const { answers } = carryAnswers(from, to, { basics: { contact: '张三，13800000000' } })
    expect(answers).toEqual({ basics: { name: '张三', phone: '13800000000' } })
    expect(breakingChanges(from, to)).toEqual([])
  })

  it('renames options, and keeps one that is gone where a person can see it', () => {
    const choice = (oneOf: readonly object[]) => ({ kind: { 'x-kind': 'choice', title: '类别', oneOf } })
    const from = versionOf(choice(options('甲', '乙', '丙')))
    const to = versionOf(
      choice([
        { const: 'first', title: '甲类', 'x-was': 'o0' },
        { const: 'o1', title: '乙' },
      ]),
    )
    expect(carryAnswers(from, to, { basics: { kind: 'o0' } }).answers).toEqual({ basics: { kind: 'first' } })
    expect(carryAnswers(from, to, { basics: { kind: 'o2' } })).toMatchObject({
      answers: { basics: { kind: 'o2' } },
      notes: [{ what: 'unfit', before: '丙', fault: { code: 'not-an-option' } }],
    })
    expect(breakingChanges(from, to)).toEqual([{ why: 'option', path: 'basics.kind.o2', title: '类别', before: '丙' }])
  })

  it('turns a group into the first row of a table', () => {
    const columns = { name: text('姓名'), unit: text('单位') }
    const from = versionOf({ leader: { 'x-kind': 'group', title: '负责人', properties: columns } })
    const to = versionOf({
      people: { 'x-kind': 'table', title: '人员', 'x-was': 'leader', items: { properties: columns } },
    })
    expect(carryAnswers(from, to, { basics: { leader: { name: '张三', unit: '某大学' } } })).toMatchObject({
      answers: { basics: { people: [{ name: '张三', unit: '某大学' }] } },
      notes: [{ what: 'moved' }, { what: 'moved' }],
    })
    expect(breakingChanges(from, to)).toEqual([])
  })

  it('takes the heads of a matrix along', () => {
    const head = (key: string, was?: string) => ({ key, title: key, ...(was !== undefined && { was }) })
    const matrix = (rows: readonly object[]) => ({
      budget: {
        'x-kind': 'matrix',
        title: '预算',
        'x-corner': '科目',
        'x-rows': rows,
        'x-columns': [head('a'), head('b')],
        'x-cell': money('金额', { 'x-unit': '万元' }),
      },
    })
    const from = versionOf(matrix([head('gear'), head('labour')]))
    const to = versionOf(matrix([head('equipment', 'gear'), head('travel')]))
    const answers = { basics: { budget: { gear: { a: 1, b: 2 }, labour: { a: 3 } } } }
    const carried = carryAnswers(from, to, answers)
    expect(carried.answers).toEqual({ basics: { budget: { equipment: { a: 1, b: 2 } } } })
    expect(carried.notes.filter(({ what }) => what === 'lost')).toMatchObject([
      { from: '/basics/budget/labour/a', before: '3.00' },
    ])
    expect(breakingChanges(from, to)).toMatchObject([{ why: 'option', path: 'basics.budget.labour' }])
  })

  it('finds rows that are printed beforehand by what is printed', () => {
    const table = (...names: readonly string[]) => ({
      scores: {
        'x-kind': 'table',
        title: '评分',
        items: { properties: { item: text('指标'), score: { 'x-kind': 'number', title: '得分' } } },
        'x-fixed-rows': names.map((item) => ({ item })),
      },
    })
    const [from, to] = [versionOf(table('人才', '经费')), versionOf(table('经费', '平台', '人才'))]
    const { answers } = carryAnswers(from, to, { basics: { scores: [{ score: 5 }, { score: 7 }] } })
    expect(answers).toEqual({ basics: { scores: [{ score: 7 }, {}, { score: 5 }] } })
  })

  it('names what would be lost, until the template says that it is meant', () => {
    const from = versionOf({ name: text('名称'), fax: text('传真'), total: money('总额', { 'x-unit': '元' }) })
    const to = (root: object = {}) =>
      versionOf({ name: text('名称'), total: money('总额', { 'x-unit': '万元' }) }, { root })
    expect(breakingChanges(from, to())).toEqual([
      { why: 'gone', path: 'basics.fax', title: '传真' },
      { why: 'unit', path: 'basics.total', title: '总额', before: '元', after: '万元' },
    ])
    expect(breakingChanges(from, to({ 'x-dropped': ['basics.fax', 'basics.total'] }))).toEqual([])
    expect(carryAnswers(from, to(), { basics: { fax: '123' } }).notes).toEqual([
      { what: 'lost', from: '/basics/fax', before: '123' },
    ])
  })
})

describe('the packs', async () => {
  const dir = new URL('../../../../schemas', import.meta.url).pathname
  const [{ packs }, files] = await Promise.all([openSchemas(dir, { examples: false }), readSchemas(dir)])
  const examples = (id: string): readonly Answers[] =>
    files
      .filter(({ path }) => path.startsWith(id.replace('/', '/examples/')) && /\/(complete|minimal)[^/]*$/.test(path))
      .map(({ text: json }) => JSON.parse(json))
  const templates = packs.flatMap((pack) => pack.templates)

  it.each(templates.map((template) => [template.id, template] as const))('%s carries to itself', (id, template) => {
    expect(breakingChanges(template, template)).toEqual([])
    for (const answers of examples(id)) expect(carryAnswers(template, template, answers).notes).toEqual([])
  })
})
