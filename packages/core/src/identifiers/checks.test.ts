import { expect, it } from 'vitest'
import { normalizeIdentifier, type SchemeName, schemes } from './checks.ts'

const cases: Record<SchemeName, { valid: string[]; invalid: string[] }> = {
  'credit-code': {
    valid: ['914403001922038216', '9144030071526726XG', '91330100799655058B', '12100000400000624D'],
    invalid: ['91350100M000100Y4Z', '91310115MA1H8R7C6D', '91440300192203821', '91440300I922038216', ''],
  },
  'organisation-code': { valid: ['192203821', '19220382-1', '71526726X'], invalid: ['192203822', '1922038'] },
  'citizen-id': {
    valid: ['11010519491231002X', '440524188001010014'],
    invalid: ['110105194912310021', '11010519490231002X', '11010519491331002X', '1101051949123100'],
  },
  mobile: { valid: ['13800138000'], invalid: ['12800138000', '1380013800'] },
  landline: { valid: ['0471-6281234', '010-12345678-801'], invalid: ['6281234', '471-6281234'] },
  postcode: { valid: ['010010'], invalid: ['10010', '0100100'] },
  email: { valid: ['a.b@example.com.cn'], invalid: ['a@b', '@example.cn', 'a b@example.cn'] },
  url: { valid: ['https://example.cn', 'http://example.cn/a?b=c'], invalid: ['example.cn', 'javascript:alert(1)'] },
}

it.each(Object.entries(cases))('%s tells right from wrong', (name, { valid, invalid }) => {
  const { holds } = schemes[name as SchemeName] // the key of the table
  expect(valid.filter((text) => !holds(text))).toEqual([])
  expect(invalid.filter(holds)).toEqual([])
})

it('samples are valid themselves', () => {
  expect(Object.values(schemes).filter((scheme) => !scheme.holds(scheme.sample))).toEqual([])
})

it('stores codes in half-width capitals without spaces', () => {
  expect(normalizeIdentifier(' ９１３３0100 799655058b ', ['credit-code'])).toBe('91330100799655058B')
  expect(normalizeIdentifier('Name@Example.cn', ['email'])).toBe('Name@Example.cn')
})
