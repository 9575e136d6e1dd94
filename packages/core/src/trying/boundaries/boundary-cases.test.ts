import { describe, expect, it } from 'vitest'
import { exampleDay } from '../../answers/example-day.ts'
import { isObject, type Json } from '../../answers/json.ts'
import { readAnswers } from '../../answers/read-answers.ts'
import { validate } from '../../answers/validate.ts'
import { engines, readSchemas } from '../../node/index.ts'
import { compileSchemas } from '../../pack/index.ts'
import type { Template } from '../../template/template.ts'
import { money, section, smallPack } from '../../testing/small-pack.ts'
import { derivedExample } from '../example-files.ts'
import { boundaryCases } from './boundary-cases.ts'

const compiled = (properties: object, rules: readonly object[]): Template =>
  smallPack({
    properties: { basics: section('基本情况', properties, rules.length > 0 ? { 'x-rules': rules } : {}) },
  }).template
const rule = (id: string, assert: string) => ({ id, assert, message: id })
const edgesOf = (template: Template, basics: Json) => {
  const cases = boundaryCases(template, [{ name: 'complete.json', answers: { basics } }], exampleDay)
  return Object.fromEntries(cases.map(({ name, set }) => [name, Object.values(set)[0]]))
}

describe('around a rule', () => {
  it('stands at the last cent that holds and the first that does not', () => {
    const rows = { 'x-kind': 'table', title: '补助', items: { properties: { amount: money('金额') } } }
    const template = compiled({ rows }, [rule('at-most-500', 'sum(self.rows.amount) <= 500')])
    const edges = edgesOf(template, { rows: [{ amount: 120 }, { amount: 80 }] })
    expect(edges).toMatchObject({
      'boundary-within-at-most-500': 419.99,
      'boundary-at-most-500': 420,
      'invalid-at-most-500': 420.01,
    })
  })

  it('finds a third, a range from both sides, a deadline to the day, and what an answer hangs on', () => {
    const fields = {
      part: money('部分'),
      whole: money('全部'),
      share: { 'x-kind': 'percent', title: '比例', 'x-places': 1 },
      due: { 'x-kind': 'date', title: '日期' },
      late: { 'x-kind': 'yes-no', title: '延期' },
      why: { 'x-kind': 'text', title: '原因' },
    }
    const template = compiled(fields, [
      rule('a-third', '3 * self.part <= self.whole'),
      rule('between', 'self.share >= 30 && self.share <= 60'),
      rule('by-the-deadline', 'self.due <= date("2025-03-31")'),
      rule('say-why', '!self.late || given(self.why)'),
    ])
    const basics = { part: 10, whole: 100, share: 45, due: '2025-01-01', late: true, why: '疫情' }
    expect(edgesOf(template, basics)).toMatchObject({
      'boundary-a-third': 33.33,
      'invalid-a-third': 33.34,
      'boundary-between': 60,
      'invalid-between': 60.1,
      'boundary-between-2': 30,
      'invalid-between-2': 29.9,
      'boundary-by-the-deadline': '2025-03-31',
      'invalid-by-the-deadline': '2025-04-01',
      'invalid-say-why': null,
    })
  })
})

it('stands around every limit of a field', () => {
  const template = compiled(
    {
      amount: money('金额', { minimum: 1, maximum: 500 }),
      name: { 'x-kind': 'text', title: '名称', maxLength: 4 },
      code: { 'x-kind': 'identifier', title: '代码', 'x-schemes': ['credit-code'] },
    },
    [],
  )
  const edges = edgesOf(template, { amount: 10, name: '中心', code: '914403001922038216' })
  expect(edges).toMatchObject({
    'boundary-maximum-basics-amount': 500,
    'invalid-maximum-basics-amount': 500.01,
    'invalid-minimum-basics-amount': 0.99,
    'invalid-places-basics-amount': 10.001,
    'boundary-length-basics-name': '中心示例',
    'invalid-length-basics-name': '中心示例示',
    'invalid-identifier-basics-code': '914403001922038210',
  })
})

describe('on the packs', async () => {
  const files = (await readSchemas('schemas')).map(({ path, text }) => ({ path, text }))
  const { packs } = compileSchemas(files, engines, { examples: false })
  const contents = new Map(files.map(({ path, text }) => [path, text]))
  // One of each pack that takes a second: those with most rules take many.
  const templates = packs.flatMap(({ templates: own }) =>
    own.filter(({ rules }) => rules.length > 4 && rules.length < 12).slice(0, 1),
  )

  it.each(templates.map((template) => [template.id, template] as const))('%s', { timeout: 60_000 }, (id, template) => {
    const [pack, name] = id.split('/')
    const other = (file: string): Json | undefined => {
      const text = contents.get(`${pack}/examples/${name}/${file.replace(/\.json$/, '')}.json`)
      return text === undefined ? undefined : JSON.parse(text)
    }
    const answers = other('complete')
    if (!isObject(answers)) throw new Error(`${id} has no complete example`)
    const cases = boundaryCases(template, [{ name: 'complete.json', answers }], exampleDay)
    expect(cases.length).toBeGreaterThan(20)
    expect(new Set(cases.map((one) => one.name)).size).toBe(cases.length)
    for (const one of cases) {
      const file = readAnswers(derivedExample(one.from, one.set, one.issues), other)
      const found = validate(template, file.answers, { today: exampleDay })
      expect(found.map(({ code, at }) => `${code} ${at}`)).toEqual(
        file.expected?.map(({ code, at }) => `${code} ${at}`),
      )
      const errors = found.filter(({ severity }) => severity === 'error').length
      if (one.about.is === 'limit') expect(errors > 0).toBe(one.side === 'outside')
      if (one.about.is === 'rule' && one.side === 'outside') {
        const { rule: broken } = one.about
        expect(found.some(({ params }) => params.rule === broken)).toBe(true)
      }
    }
    const broken = new Set(
      cases.flatMap(({ about, side }) => (about.is === 'rule' && side === 'outside' ? [about.rule] : [])),
    )
    expect(broken.size).toBeGreaterThanOrEqual(Math.ceil(template.rules.length * 0.6))
  })
})
