import { expect, it } from 'vitest'
import { followInExample } from './index.ts'

const follow = (value: unknown, from: string, to: string) =>
  JSON.parse(followInExample(JSON.stringify(value), from.split('.'), to.split('.')))

it('renames a key where it stands, in every row', () => {
  expect(follow({ basics: { name: 'a', unit: 'b' } }, 'basics.name', 'basics.title')).toEqual({
    basics: { title: 'a', unit: 'b' },
  })
  expect(
    follow({ people: { list: [{ name: 'a' }, {}, { name: 'b' }] } }, 'people.list.name', 'people.list.who'),
  ).toEqual({
    people: { list: [{ who: 'a' }, {}, { who: 'b' }] },
  })
})

it('moves a value to another section, made if it is not there', () => {
  expect(follow({ basics: { phone: '1' } }, 'basics.phone', 'contact.phone')).toEqual({
    basics: {},
    contact: { phone: '1' },
  })
})

it('follows answers with expected issues, and changes to another example', () => {
  expect(follow({ answers: { a: { x: 1 } }, issues: [{ code: 'required', at: '/a/x' }] }, 'a.x', 'a.y')).toEqual({
    answers: { a: { y: 1 } },
    issues: [{ code: 'required', at: '/a/y' }],
  })
  expect(
    follow(
      { from: 'complete.json', set: { '/a/t/2/x': null }, issues: [{ code: 'rule', at: '/a/t/2' }] },
      'a.t.x',
      'a.t.y',
    ),
  ).toEqual({ from: 'complete.json', set: { '/a/t/2/y': null }, issues: [{ code: 'rule', at: '/a/t/2' }] })
  expect(follow({ from: 'complete.json', set: { '/a/t/2/x': 1 } }, 'a.t', 'b.s')).toEqual({
    from: 'complete.json',
    set: { '/b/s/2/x': 1 },
  })
})

it('follows into the parts that a change sets as a whole', () => {
  const set = { '/a/t': [{ x: 1 }, { y: 2 }], '/a/t/0': { x: 3 }, '/a': { t: [{ x: 4 }] }, '/b': { x: 5 } }
  expect(follow({ from: 'complete.json', set }, 'a.t.x', 'a.t.z')).toEqual({
    from: 'complete.json',
    set: { '/a/t': [{ z: 1 }, { y: 2 }], '/a/t/0': { z: 3 }, '/a': { t: [{ z: 4 }] }, '/b': { x: 5 } },
  })
})

it('leaves alone what does not parse, and what has no such answer', () => {
  expect(followInExample('{', ['a'], ['b'])).toBe('{')
  const text = '{ "a": { "x": 1 } }'
  expect(followInExample(text, ['a', 'z'], ['a', 'y'])).toBe(text)
})
