import { expect, it } from 'vitest'
import { namesIn, nameValue, oddNamesIn, showValue } from './message-names.ts'

it('tells names from what only stands in braces', () => {
  const rule = { message: '{area}不够，{面积}、｛面积｝、{a b} 和 {}' }
  expect(namesIn(rule)).toEqual(['area'])
  expect(oddNamesIn(rule)).toEqual(['面积', 'a b', ''])
})

it('makes a title in braces a name with its value', () => {
  expect(nameValue({ message: '现有{面积}，还差' }, '面积', 'area', 'basics.area')).toEqual({
    message: '现有{area}，还差',
    values: { area: 'basics.area' },
  })
})

it('takes the name that a value has, and none that another value has', () => {
  const rule = { message: '要', values: { area: 'basics.area' } }
  expect(showValue(rule, 'size', 'basics.area')).toEqual({ ...rule, message: '要{area}' })
  expect(showValue(rule, 'area', 'other.area')).toEqual({
    message: '要{area2}',
    values: { area: 'basics.area', area2: 'other.area' },
  })
})
