import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldKindOf } from '../fields/index.ts'
import { blockAt } from '../template/walk.ts'
import { money, section, smallPack, table, text } from '../testing/small-pack.ts'
import type { Answers, Json } from './json.ts'
import { valueAt } from './pointer.ts'
import { liveLists, placesReferring, rowIds, withRowIds } from './rows.ts'
import { settle } from './settle.ts'
import { validate } from './validate.ts'

const { template } = smallPack({
  properties: {
    work: section('任务', {
      tasks: table(
        '任务分工',
        {
          name: text('任务名称'),
          ip: { 'x-kind': 'reference', title: '依托的知识产权', 'x-refers': 'ip.list', 'x-show': ['name'] },
          after: { 'x-kind': 'references', title: '在哪些任务之后', 'x-refers': 'work.tasks' },
          total: money('经费', {
            'x-compute': 'sum(costs.list.filter(c, c.task == row.id).map(c, c.amount))',
          }),
          worth: money('所依托的估值', { 'x-compute': 'rowOf(row.ip).value' }),
        },
        { 'x-row-number': { prefix: '任务' } },
      ),
    }),
    ip: section('知识产权', {
      list: table(
        '知识产权清单',
        { name: text('名称'), base: money('基数'), value: money('估值', { 'x-compute': 'row.base * 2' }) },
        { 'x-row-number': { prefix: 'IP', digits: 2 } },
      ),
    }),
    costs: section('经费', {
      list: table('支出', {
        task: { 'x-kind': 'reference', title: '任务', 'x-refers': 'work.tasks', 'x-show': ['name', 'total'] },
        amount: money('金额'),
        share: { 'x-kind': 'percent', title: '占任务', 'x-compute': 'row.amount / rowOf(row.task).total * 100' },
      }),
    }),
  },
})
const today = '2025-06-30'
const fieldAt = (path: string) => {
  const block = blockAt(template, path.split('.'))
  if (block?.block !== 'field') throw new Error(path)
  return block
}
const shown = (path: string, answers: Answers, value: Json) =>
  fieldKindOf(fieldAt(path)).show(value, fieldAt(path), liveLists(template, answers))
const parsed = (path: string, answers: Answers, typed: string) =>
  fieldKindOf(fieldAt(path)).parse(typed, fieldAt(path), liveLists(template, answers))
const codesOf = (answers: Answers) => validate(template, answers, { today }).map(({ code, at }) => `${code} ${at}`)

const answers: Answers = {
  work: {
    tasks: [
      { name: '研制', ip: 'IP02' },
      { id: 't', name: '试制', after: ['任务1'] },
    ],
  },
  ip: { list: [{ name: '甲、乙' }, { name: '丙', base: 4 }] },
  costs: {
    list: [
      { task: 't', amount: 3 },
      { task: '任务1', amount: 1.5 },
      { task: 't', amount: 1 },
    ],
  },
}

describe('rows that are numbered', () => {
  it('have no faults to begin with', () => {
    expect(codesOf(answers)).toEqual([])
  })

  it('get the number that they print as for an id, or the next that is free', () => {
    const number = { prefix: 'IP', digits: 2, title: '编号' }
    expect(rowIds(number, [{}, { id: 'IP01' }, {}, { id: '' }])).toEqual(['IP02', 'IP01', 'IP03', 'IP04'])
    expect(rowIds(number, [{ id: 'IP02' }, {}, {}])).toEqual(['IP02', 'IP03', 'IP04'])
    expect(withRowIds(template, answers)).toMatchObject({ ip: { list: [{ id: 'IP01' }, { id: 'IP02' }] } })
    const whole = withRowIds(template, answers)
    expect(withRowIds(template, whole)).toBe(whole)
  })

  it('compute over what refers to them, and what refers to them computes over them', () => {
    const settled = settle(template, answers, { today }).answers
    expect(settled).toMatchObject({
      work: {
        tasks: [
          { id: '任务1', total: 1.5, worth: 8 },
          { id: 't', total: 4 },
        ],
      },
      costs: { list: [{ share: 75 }, { share: 100 }, { share: 25 }] },
    })
    expect(valueAt(settled, ['work', 'tasks', 1])).not.toHaveProperty('worth')
  })

  it('say what is wrong with their ids', () => {
    const wrong = {
      ...answers,
      ip: { list: [{ id: 'a', name: '甲' }, { id: 'a', name: '乙' }, { id: 7 }, { id: '甲、乙' }] },
    }
    expect(codesOf({ ...wrong, work: {}, costs: {} })).toEqual([
      'row-id-twice /ip/list/1/id',
      'row-id /ip/list/2/id',
      'row-id /ip/list/3/id',
    ])
  })
})

describe('references', () => {
  it('are shown by the number and the name that the row has now', () => {
    expect(shown('work.tasks.*.ip', answers, 'IP02')).toBe('IP02 丙')
    expect(shown('work.tasks.*.after', answers, ['t', '任务1'])).toBe('任务2 试制、任务1 研制')
    const moved = { ...answers, ip: { list: [{ id: 'IP02', name: '改名' }, { id: 'IP01' }] } }
    expect(shown('work.tasks.*.ip', moved, 'IP02')).toBe('IP01 改名')
    expect(shown('work.tasks.*.ip', moved, 'IP01')).toBe('IP02')
  })

  it.each([
    ['IP01', ['IP01']],
    ['ip2', ['IP02']],
    ['ＩＰ０２', ['IP02']],
    ['IP01 甲、乙', ['IP01']],
    ['IP01 甲、乙、IP02 丙', ['IP01', 'IP02']],
    ['IP01、IP02', ['IP01', 'IP02']],
    ['IP02 以前的名称', ['IP02']],
    ['IP02 旧、名，IP01', ['IP02', 'IP01']],
    ['丙', ['IP02']],
    ['甲、乙；丙', ['IP01', 'IP02']],
    ['IP09', undefined],
    ['IP011', undefined],
    ['IP02丁', undefined],
  ])('typed as %s mean %j', (typed, ids) => {
    const field = { ...fieldAt('work.tasks.*.ip'), kind: 'references' as const }
    const found = fieldKindOf(field).parse(typed, field, liveLists(template, answers))
    expect('value' in found ? found.value : undefined).toEqual(ids)
    const single = parsed('work.tasks.*.ip', answers, typed)
    expect('value' in single ? single.value : undefined).toEqual(ids?.length === 1 ? ids[0] : undefined)
  })

  it('to rows that are gone, to themselves and twice to one are issues', () => {
    const wrong = {
      ...answers,
      work: {
        tasks: [
          { name: '一', ip: 'gone', after: ['任务1', 'x', 't', 't'] },
          { id: 't', ip: ['IP01'] },
        ],
      },
    }
    expect(codesOf(wrong)).toEqual([
      'row-gone /work/tasks/0/ip',
      'row-itself /work/tasks/0/after/0',
      'row-gone /work/tasks/0/after/1',
      'duplicate /work/tasks/0/after/3',
      'type /work/tasks/1/ip',
    ])
  })

  it('are found from the row that they name', () => {
    const table = blockAt(template, ['work', 'tasks'])
    if (table?.block !== 'table') throw new Error('no table')
    expect(placesReferring(template, answers, table, '任务1')).toEqual(['/work/tasks/1/after', '/costs/list/1/task'])
    expect(placesReferring(template, answers, table, 't')).toHaveLength(2)
  })
})

const name = fc.string({ unit: 'grapheme', maxLength: 12 })
const change = fc.oneof(
  fc.record({ is: fc.constant('move' as const), from: fc.nat(9), to: fc.nat(9) }),
  fc.record({ is: fc.constant('delete' as const), from: fc.nat(9) }),
  fc.record({ is: fc.constant('rename' as const), from: fc.nat(9), name }),
)
const apply = (
  list: readonly Json[],
  one: typeof change extends fc.Arbitrary<infer C> ? C : never,
): readonly Json[] => {
  const from = one.from % Math.max(1, list.length)
  const [row] = list.slice(from, from + 1)
  if (row === undefined) return list
  const without = list.toSpliced(from, 1)
  if (one.is === 'delete') return without
  return one.is === 'move'
    ? without.toSpliced(one.to, 0, row)
    : list.toSpliced(from, 1, { ...Object(row), name: one.name })
}

it('whatever is moved, renamed or deleted, a reference names its row or says that it is gone', () => {
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 8 }),
      fc.array(change, { maxLength: 8 }),
      fc.nat(7),
      (given, changes, which) => {
        const before = withRowIds(template, { ip: { list: given.map((one) => ({ name: one })) } })
        const list = valueAt(before, ['ip', 'list']) as readonly Json[] // it was made above
        const id = String(valueAt(list, [which % list.length, 'id']))
        const now = changes.reduce(apply, list)
        const at = now.findIndex((row) => valueAt(row, ['id']) === id)
        const after: Answers = { ip: { list: now }, work: { tasks: [{ name: '任务', ip: id }] } }
        const faults = validate(template, after, { today })
        const label = shown('work.tasks.*.ip', after, id)
        if (at < 0)
          expect(faults.map(({ code, at: place }) => [code, place])).toEqual([['row-gone', '/work/tasks/0/ip']])
        else {
          expect(faults.filter(({ code }) => code === 'row-gone')).toEqual([])
          expect(label.split(' ')[0]).toBe(`IP${String(at + 1).padStart(2, '0')}`)
          expect(parsed('work.tasks.*.ip', after, label)).toEqual({ value: id })
          expect(settle(template, after, { today }).answers).toMatchObject({ ip: { list: now } })
        }
      },
    ),
  )
})

it('what is printed of several rows is read back as those rows', () => {
  fc.assert(
    fc.property(
      fc.array(name, { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(5), { maxLength: 5 }),
      (given, which) => {
        const all = withRowIds(template, { work: { tasks: given.map((one) => ({ name: one })) } })
        const chosen = [...new Set(which.map((i) => `任务${(i % given.length) + 1}`))]
        const printed = shown('work.tasks.*.after', all, chosen)
        expect(parsed('work.tasks.*.after', all, printed)).toEqual({ value: chosen })
      },
    ),
  )
})

it('whatever text names rows, and whatever stands where rows belong, nothing breaks', () => {
  for (const text of [
    '任务1 x、'.repeat(2000),
    '任务1、'.repeat(3000),
    `${'任务1 研制；'.repeat(700)}?`,
    '〔a〕已不在表中、'.repeat(900),
  ]) {
    const began = performance.now()
    parsed('work.tasks.*.after', answers, text)
    expect(performance.now() - began).toBeLessThan(2000)
  }
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (list, tasks) => {
      const odd = { ip: { list: list as Json }, work: { tasks: tasks as Json } } // JSON it is
      validate(template, odd, { today })
      liveLists(template, settle(template, odd, { today }).answers)
    }),
  )
})
