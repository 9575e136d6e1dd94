import { openSchemas } from '@policyforms/core/node'
import { expect, it } from 'vitest'
import { itemsOf, keptChoice, lookOf, matches, moved } from './column-list.ts'

const { packs } = await openSchemas(new URL('../../../../../schemas', import.meta.url).pathname)
const [template] = packs.flatMap((pack) => pack.templates)
if (!template) throw new Error('no template')
const items = itemsOf(template)
const ids = items.map(({ id }) => id)

it('asks for everything when everything is chosen in order, else for what is chosen', () => {
  expect(lookOf(template, items, ids, 'xlsx')).toEqual({ format: 'xlsx' })
  expect(lookOf(template, items, ids.slice(1), 'csv')).toEqual({ format: 'csv', columns: ids.slice(1) })
  expect(lookOf(template, items, [...ids].reverse(), 'zip').columns).toEqual([...ids].reverse())
})

it('takes up what was kept, without what is gone', () => {
  expect(keptChoice(items, undefined)).toEqual(ids)
  expect(keptChoice(items, [ids[2] ?? '', 'gone', ids[0] ?? ''])).toEqual([ids[2], ids[0]])
  expect(keptChoice(items, ['gone'])).toEqual(ids)
})

it('moves one up or down, and finds by every word', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  expect(matches({ id: 'x', label: '注册资本（万元）', group: '基本情况', isList: false }, '基本 资本')).toBe(true)
  expect(matches({ id: 'x', label: '注册资本', group: '基本情况', isList: false }, '电话')).toBe(false)
})
