import { type Field, fieldKindOf, fieldKinds, isKind, type Lists } from '@policyforms/core'
import { describe, expect, it } from 'vitest'
import { typeOfValue } from './type-of-value.ts'

const list = {
  id: 'mode',
  title: '模式',
  depth: 1,
  entries: [
    { code: 'alliance', title: '联盟' },
    { code: 'company', title: '企业' },
    { code: 'other', title: '其他', other: true },
  ],
}
const lists: Lists = { mode: list }
const field: Omit<Field, 'kind'> = {
  block: 'field',
  key: 'it',
  path: ['it'],
  title: '题',
  clauses: [],
  required: true,
  sensitive: false,
  wide: false,
  list: 'mode',
}
const file = 'readonly { id: string; name: string; size: number }[]'
const codes = '"alliance" | "company" | "other"'

const expected = {
  text: 'string',
  narrative: 'string',
  number: 'number',
  money: 'number',
  percent: 'number',
  date: 'string',
  month: 'string',
  year: 'number',
  period: '{ from: string; to: string }',
  'yes-no': 'boolean',
  choice: codes,
  choices: `readonly (${codes})[]`,
  'open-choice': '{ choice: "alliance" | "company" } | { choice: "other"; other: string }',
  'open-choices': `{ choices: readonly (${codes})[]; other?: string }`,
  cascade: codes,
  'open-cascade': '{ choice: "alliance" | "company" } | { choice: "other"; other: string }',
  reference: 'string',
  references: 'readonly string[]',
  identifier: 'string',
  attachment: file,
  picture: file,
  statement: 'true',
} satisfies Record<keyof typeof fieldKinds, string>

describe('the type of a value', () => {
  for (const kind of Object.keys(fieldKinds).filter(isKind))
    it(`of ${kind}`, () => {
      const schema = fieldKindOf({ kind }).schema({ ...field, kind }, lists)
      expect(typeOfValue(schema, new Map())).toBe(expected[kind])
    })

  it('is the name of a union that has one', () => {
    const schema = fieldKinds.choices.schema({ ...field, kind: 'choices' }, lists)
    expect(typeOfValue(schema, new Map([[codes, 'Mode']]))).toBe('readonly Mode[]')
  })

  it('refuses a shape that it does not know', () => {
    expect(() => typeOfValue({ not: {} }, new Map())).toThrow('no TypeScript type')
  })
})
