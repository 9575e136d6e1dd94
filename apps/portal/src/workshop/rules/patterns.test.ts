import { engines } from '@policyforms/core/node'
import { compileSchemas } from '@policyforms/core/pack'
import { parametersIn, readCodeList } from '@policyforms/core/rules'
import { describe, expect, it } from 'vitest'
import written from './pattern-cases.json' with { type: 'json' }
import { type Filling, patterns, ruleOf } from './patterns.ts'
import { optionText, pickables, theDay } from './pickable.ts'
import { readExpression } from './read-expression.ts'
import { addRule, keysOfHolder } from './rule-edits.ts'
import { rulesIn } from './rule-list.ts'

interface Case {
  readonly pattern: string
  readonly fill: Readonly<Record<string, string>>
  readonly assert: string
  readonly says: string
  readonly words: string
  readonly holder: string
  readonly at: string
}
// JSON modules type each case by what it happens to hold.
const cases = written.cases as readonly unknown[] as readonly Case[]

const file = (path: string, meta: string, value: object) => ({
  path,
  text: JSON.stringify({ $schema: meta, ...value }),
})
const jurisdiction = { id: 'sample', name: '样例省', code: '990000', level: 'province', roles: { lead: '牵头单位' } }
const template = { 'x-kind': 'template', title: '样例', 'x-version': '1.0.0', properties: written.template }
const { packs, issues } = compileSchemas(
  [
    file('sample/jurisdiction.json', '../dialect/jurisdiction.schema.json', jurisdiction),
    file('sample/codes/areas.json', '../../dialect/codes.schema.json', written.codes),
    file('sample/all.schema.json', '../dialect/template.schema.json', template),
  ],
  engines,
  { examples: false },
)
const found = packs[0]?.templates[0]
if (!found) throw new Error(JSON.stringify(issues))
const all = [...pickables(found), theDay]
const tables = parametersIn(readCodeList(written.codes))
const parameters = { get: (name: string) => (name === 'areas' ? tables : undefined), keys: () => ['areas'] }

const fillingOf = (one: Case, name: string, text: string): Filling => {
  const blank = patterns.find(({ id }) => id === one.pattern)?.blanks[name]
  if (blank?.takes === 'literal') return { is: 'word', text, title: text }
  if (blank?.takes === 'option' || blank?.takes === 'parameter') {
    const choice = all.find((field) => field.text === one.fill[blank.of ?? ''])
    const title = choice?.options?.find(({ code }) => code === text)?.title ?? text
    return { is: 'word', text: choice ? optionText(choice, text) : JSON.stringify(text), title }
  }
  const field = all.find((field) => field.text === text && blank && field.takes.some((takes) => takes === blank.takes))
  if (!field) throw new Error(`${text} does not fit ${name}`)
  return { is: 'field', field }
}

const made = (one: Case) => {
  const pattern = patterns.find(({ id }) => id === one.pattern)
  if (!pattern) throw new Error(one.pattern)
  const fillings = Object.fromEntries(
    Object.entries(one.fill).map(([name, text]) => [name, fillingOf(one, name, text)]),
  )
  const rule = ruleOf(pattern, fillings, [])
  if (!rule) throw new Error('a blank is empty')
  return rule
}

describe('the patterns', () => {
  it('each have a case', () => {
    expect(cases.map(({ pattern }) => pattern).sort()).toEqual(patterns.map(({ id }) => id).sort())
  })

  it.each(cases)('$pattern makes $assert', (one) => {
    const { rule, holder, eachRow } = made(one)
    expect(rule).toMatchObject({ assert: one.assert, message: one.says, at: one.at })
    expect(holder.join('.')).toBe(one.holder)
    const path = eachRow ? [...holder, '*'] : holder
    expect(readExpression(one.assert, path, found, parameters, 'truth')).toMatchObject({ faults: [], words: one.words })
  })

  it('make rules that the check takes, every one in one template', () => {
    const text = cases.reduce((so, one) => {
      const { rule, holder, eachRow } = made(one)
      return addRule(so, keysOfHolder(so, holder, eachRow), rule).text
    }, JSON.stringify(template))
    const checked = compileSchemas(
      [
        file('sample/jurisdiction.json', '../dialect/jurisdiction.schema.json', jurisdiction),
        file('sample/codes/areas.json', '../../dialect/codes.schema.json', written.codes),
        file('sample/all.schema.json', '../dialect/template.schema.json', JSON.parse(text)),
      ],
      engines,
      { examples: false },
    )
    expect(checked.issues).toEqual([])
    expect(
      rulesIn(text)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(patterns.map(({ id }) => id).sort())
  })
})

it('wait until every blank is filled', () => {
  for (const pattern of patterns) expect(ruleOf(pattern, {}, [])).toBeUndefined()
})

it('tell where a fault is, as the check does', () => {
  const [fault] = readExpression('money.own <= money.totl', ['money'], found, parameters, 'truth').faults
  expect(fault).toMatchObject({ start: 13 })
  expect(fault?.text).toContain('total')
  expect(readExpression('money.own', ['money'], found, parameters, 'truth').faults).toHaveLength(1)
})

it('offer what a title that was written out stands for, and call what may still come unfinished', () => {
  const read = (source: string) => readExpression(source, ['money'], found, parameters, 'truth').faults[0]
  expect(read('money.own <= 总经费')?.text).toContain('是否想写“money.total”')
  expect(read('money.own <=')).toMatchObject({ isUnfinished: true })
  expect(read('money.own <= money.totl')?.isUnfinished).toBeUndefined()
})

it('name what stands in a matrix with its group, and each group as a whole', () => {
  const trails = all.filter(({ text }) => text.includes('money.plan')).map(({ trail }) => trail)
  expect(trails).toContain('经费 › 预算 › “省级：2026年”列')
  expect(trails).toContain('经费 › 预算 › “自筹”各列合计')
  expect(new Set(trails).size).toBe(trails.length)
})
