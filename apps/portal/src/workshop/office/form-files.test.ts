import { describe, expect, it } from 'vitest'
import {
  bytesIn,
  formNamedIn,
  freeFormName,
  nodeOfField,
  sizeInWords,
  usersOf,
  withoutForm,
  withUsers,
} from './form-files.ts'

const written = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
const [plain, planned] = ['zz/plain.schema.json', 'zz/planned.schema.json']
const form = 'zz/forms/planned.docx'
const files = new Map([
  [plain, written({ title: '甲', properties: {} })],
  [planned, written({ 'x-document': { profile: 'report', form: 'forms/planned.docx' }, title: '乙' })],
  [form, 'QUJD'],
])

describe('Word files of a working copy', () => {
  it('are attached and detached, and the rest of each template stays as it is written', () => {
    expect(usersOf(files, form)).toEqual([planned])
    const both = withUsers(files, form, [plain, planned])
    expect(usersOf(both, form)).toEqual([plain, planned])
    expect(both.get(planned)).toBe(files.get(planned))
    const other = withUsers(both, form, [plain])
    expect(usersOf(other, form)).toEqual([plain])
    expect(formNamedIn(other.get(plain) ?? '')).toBe('forms/planned.docx')
    expect(other.get(planned)).toBe(written({ 'x-document': { profile: 'report' }, title: '乙' }))
  })

  it('go with every word of them', () => {
    const without = withoutForm(withUsers(files, form, [plain, planned]), form)
    expect([...without.keys()]).toEqual([plain, planned])
    expect(without.get(plain)).toBe(files.get(plain))
    expect(without.get(planned)).not.toContain('planned.docx')
  })

  it('get names that are free, like the template’s', () => {
    expect(freeFormName(files, plain)).toBe('plain')
    expect(freeFormName(files, planned)).toBe('planned-2')
    expect(freeFormName(files, '')).toBe('form')
  })

  it.each(['', 'A', 'AB', 'ABC', 'ABCD', '\u0000'.repeat(3000)])('are as large as their bytes: %j', (bytes) => {
    expect(bytesIn(btoa(bytes))).toBe(bytes.length)
  })

  it('have sizes that people read', () => {
    expect([1, 12_215, 3 * 2 ** 20].map(sizeInWords)).toEqual(['1 KB', '12 KB', '3.0 MB'])
  })

  it('lead from a field to its node, or to what refers to the part that it is in', () => {
    const text = written({
      properties: {
        basics: {
          'x-kind': 'section',
          properties: {
            name: { 'x-kind': 'text' },
            contact: { $ref: 'person' },
            rows: { 'x-kind': 'table', items: { properties: { sum: { 'x-kind': 'money' } } } },
          },
        },
      },
    })
    const at = (path: string) => nodeOfField(text, path)
    expect(at('basics.name')).toBe('properties/basics/properties/name')
    expect(at('basics.contact.phone')).toBe('properties/basics/properties/contact')
    expect(at('basics.rows.sum')).toBe('properties/basics/properties/rows/items/properties/sum')
    expect(at('nowhere')).toBeUndefined()
  })
})
