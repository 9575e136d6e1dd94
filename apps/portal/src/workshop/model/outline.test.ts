import { expect, it } from 'vitest'
import { allNodes, outlineOf, sharing } from './outline.ts'

const text = (title: string, key = 'other') =>
  JSON.stringify({
    'x-kind': 'template',
    properties: {
      one: {
        'x-kind': 'section',
        title: '甲',
        properties: { a: { 'x-kind': 'text', title }, b: { 'x-kind': 'date', title: '日期' } },
      },
      [key]: { 'x-kind': 'section', title: '乙', properties: { c: { 'x-kind': 'text', title: '名称' } } },
    },
  })
const outline = (written: string) => outlineOf(written) ?? []

it('keeps every node that says the same, so that only the others are drawn again', () => {
  const before = outline(text('旧'))
  const now = sharing(before, outline(text('新')))
  const fresh = allNodes(now).filter((node) => !allNodes(before).includes(node))
  expect(fresh.map(({ title }) => title)).toEqual(['甲', '新'])
})

it('keeps the whole tree when nothing in it says anything else', () => {
  const before = outline(text('旧'))
  expect(sharing(before, outline(`${text('旧')}\n`))).toBe(before)
})

it('takes what is there now, in the order of now', () => {
  const before = outline(text('旧'))
  expect(sharing(before, before.toReversed())).toEqual(before.toReversed())
  expect(sharing(before, outline(text('旧', 'third'))).map(({ key }) => key)).toEqual(['one', 'third'])
})
