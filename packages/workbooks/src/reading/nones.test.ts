import type { Template } from '@policyforms/core'
import { unpack } from '@policyforms/core/archive'
import { expect, it } from 'vitest'
import { sampleTemplate } from '../fixtures/sample-template.ts'
import { sheetPart, withCell } from '../fixtures/workbook-files.ts'
import { readSheet, writeSheet } from '../index.ts'

const today = '2026-05-01'
const text = (value: string) => ` t="inlineStr"><is><t>${value}</t></is></c>`
/** The same template with nothing that may be left blank, and nothing required. */
const strict: Template = JSON.parse(JSON.stringify(sampleTemplate), (key, value) =>
  key === 'required' ? false : value?.block ? { ...value, noBlanks: true } : value,
)
const bytes = await writeSheet(strict, {}, { today })
const sheet = '一、全部字段'
const cellOf = (label: string): string =>
  `B${new RegExp(`<c r="A(\\d+)"[^>]*><is><t>${label}`).exec(unpack(bytes).get(sheetPart(bytes, sheet)) ?? '')?.[1]}`

it('says in the guide that nothing may stay blank', () => {
  expect(unpack(bytes).get(sheetPart(bytes, '填写说明'))).toContain('各项不得留空')
})

it('reads 无 as what each kind says it with, and in the first row as an empty table', async () => {
  let filled = bytes
  for (const label of ['单行文字', '金额', '日期', '单选'])
    filled = await withCell(filled, sheet, cellOf(label), text('无'))
  filled = await withCell(filled, '设备', 'B5', text('无'))
  const { answers, issues } = await readSheet(strict, filled, { today })
  expect(answers).toEqual({ all: { text: '无', money: 0 } })
  expect(issues.filter(({ code }) => code !== 'write-none')).toEqual([])
})
