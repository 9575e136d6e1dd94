import { expect, it } from 'vitest'
import { exampleDay } from '../answers/example-day.ts'
import { openSchemas, readSchemas } from '../node/index.ts'
import { examineExamples } from './examine-examples.ts'
import { changesFrom } from './example-files.ts'

it('says of every example of the packs that it is as it says, and knows the rules that each breaks', async () => {
  const files = await readSchemas('schemas')
  const { packs } = await openSchemas('schemas')
  for (const template of packs.flatMap(({ templates }) => templates)) {
    const [pack, name] = template.id.split('/')
    const folder = `${pack}/examples/${name}/`
    const own = files.filter(({ path }) => path.startsWith(folder))
    const examples = new Map(own.map(({ path, text }) => [path.slice(folder.length, -5), JSON.parse(text)]))
    const standings = examineExamples(template, examples, exampleDay)
    expect(standings.filter(({ isPassed }) => !isPassed)).toEqual([])
    for (const { breaks, found } of standings)
      expect([...breaks].sort()).toEqual(
        [...new Set(found.flatMap(({ code, params }) => (code === 'rule' ? [String(params.rule)] : [])))].sort(),
      )
    const exercised = new Set(standings.flatMap(({ satisfies, breaks }) => [...satisfies, ...breaks]))
    expect(template.rules.filter(({ id }) => !exercised.has(id))).toEqual([])
  }
})

it('tells why an example cannot be tried', async () => {
  const template = (await openSchemas('schemas')).packs[0]?.templates[0]
  if (!template) throw new Error('no template')
  const examples = new Map([
    ['torn', undefined],
    ['lost', { from: 'nowhere.json', set: {} }],
    ['rows', { rows: [] }],
    ['past', { from: 'rows.json', set: { '/rows/0': {} } }],
  ])
  expect(examineExamples(template, examples, exampleDay).filter(({ fault }) => fault)).toMatchObject([
    { name: 'torn', fault: 'unreadable', isPassed: false },
    { name: 'lost', fault: 'no-base', isPassed: false },
    { name: 'past', fault: 'no-row', isPassed: false },
  ])
})

it('tells what differs as changes, lists of other lengths as wholes', () => {
  const base = { a: { b: 1, c: 2 }, rows: [{ x: 1 }, { x: 2 }], list: [1] }
  const now = { a: { b: 1, d: 3 }, rows: [{ x: 1 }, { x: 5 }], list: [1, 2] }
  expect(changesFrom(base, now)).toEqual({ '/a/c': null, '/a/d': 3, '/rows/1/x': 5, '/list': [1, 2] })
  expect(changesFrom(base, structuredClone(base))).toEqual({})
})
