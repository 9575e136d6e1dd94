import type { Template } from '@policyforms/core'
import { openSchemas } from '@policyforms/core/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { differencesOf } from './differences.ts'
import { withoutComputed } from './without-computed.ts'

let template: Template

beforeAll(async () => {
  const { packs } = await openSchemas('schemas')
  const found = packs.flatMap((pack) => pack.templates).find(({ id }) => id === 'inner-mongolia/annual-report')
  if (!found) throw new Error('the pack that this test reads has gone')
  template = found
})

const income = (
  ...rows: readonly { readonly budget: number; readonly actual: number; readonly difference?: number }[]
) => ({
  finance: { income: rows.map((row) => ({ source: { choice: 'services' }, ...row })) },
})

describe('differencesOf', () => {
  it('says in words where two versions differ, as they are printed', () => {
    const before = { ...income({ budget: 1200, actual: 900.5 }), centre: { name: '甲', approvedOn: '2023-05-12' } }
    const after = { ...income({ budget: 1200, actual: 1900.5 }, { budget: 3, actual: 4 }), centre: { name: '甲' } }
    const found = differencesOf(template, before, after)
    expect(
      found.map(({ section, differences }) => [
        section.key,
        differences.map((one) => [one.label, one.before, one.after]),
      ]),
    ).toEqual([
      ['centre', [['批复认定日期', '2023年5月12日', '']]],
      [
        'finance',
        [
          ['收入预决算 第 1 行 决算', '900.50 万元', '1,900.50 万元'],
          ['收入预决算 第 2 行', '', '市场化服务收入，3.00 万元，4.00 万元'],
        ],
      ],
    ])
  })

  it('finds none where a blank is written in another way', () => {
    expect(differencesOf(template, { centre: { name: '' } }, { centre: {} })).toEqual([])
  })
})

describe('withoutComputed', () => {
  it('keeps what was typed and drops what was worked out', () => {
    const read = {
      ...income({ budget: 1, actual: 3, difference: 2 }),
      report: { basis: { year: 2024 }, exempt: false },
    }
    expect(withoutComputed(template, read)).toEqual({
      ...income({ budget: 1, actual: 3 }),
      report: { basis: { year: 2024 } },
    })
  })
})
