import { expect, it } from 'vitest'
import { typeName } from './type-name.ts'

it.each([
  [['inner-mongolia/annual-report'], 'InnerMongoliaAnnualReport'],
  [['inner-mongolia/annual-report', 'finance', 'byYear'], 'InnerMongoliaAnnualReportFinanceByYear'],
  [['p/t', 'fields.mode'], 'PTFieldsMode'],
])('%j is %s', (keys, name) => expect(typeName(...keys)).toBe(name))
