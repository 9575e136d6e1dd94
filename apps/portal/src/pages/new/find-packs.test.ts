import type { PackListing } from '@policyforms/core'
import { expect, it } from 'vitest'
import { findPacks } from './find-packs.ts'

const pack = (name: string, code: string, title: string): PackListing => ({
  id: code,
  name,
  code,
  level: 'city',
  templates: [{ id: `${code}/one`, title, version: '1', hash: code }],
  hasProcedure: false,
  hasPolicies: false,
  faults: 0,
})
const packs = [
  pack('东海市', '330001', '年度报告'),
  pack('西山市', '330002', '申报书 Ａ'),
  pack('西河市', '440001', '年度报告'),
]
const names = (words: string) => findPacks(packs, words).map(({ name }) => name)

it.each([
  ['', ['东海市', '西山市', '西河市']],
  ['  ', ['东海市', '西山市', '西河市']],
  ['西', ['西山市', '西河市']],
  ['西 年度', ['西河市']],
  ['33', ['东海市', '西山市']],
  ['a', ['西山市']],
  ['南', []],
])('finds %j', (words, wanted) => expect(names(words)).toEqual(wanted))
