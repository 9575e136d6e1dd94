import { expect, it } from 'vitest'
import { allNodes, outlineOf } from '../model/outline.ts'
import { requirable } from './require-all.tsx'

const text = JSON.stringify({
  'x-kind': 'template',
  properties: {
    basics: {
      'x-kind': 'section',
      properties: {
        name: { 'x-kind': 'text' },
        leader: { 'x-kind': 'group', properties: { phone: { 'x-kind': 'text' } } },
        rows: { 'x-kind': 'table', items: { properties: { amount: { 'x-kind': 'number' } } } },
      },
    },
  },
})
const nodes = allNodes(outlineOf(text) ?? [])
const keysOf = (chosen: typeof nodes) => requirable(chosen).map(({ key }) => key)

it('of a section asks for what is in it: fields, those of groups, and tables themselves; each once', () => {
  expect(keysOf(nodes.slice(0, 1))).toEqual(['name', 'phone', 'rows'])
  expect(keysOf(nodes)).toEqual(['name', 'phone', 'rows', 'amount'])
})
