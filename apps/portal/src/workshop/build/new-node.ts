import type { JsonObject } from '@policyforms/core'
import { type Dialect, nameOfKind } from '../model/dialect.ts'

/**
 * What a node of a kind begins as: the least that the check accepts. A reference leads to the first table whose rows are
 * numbered; without one the check says what is to be done.
 */
export const newNode = (of: Dialect, kind: string, numbered?: string): JsonObject => {
  const title = nameOfKind(of, kind)
  const common = { 'x-kind': kind, title: `新${title}` }
  const option = (n: number) => ({ const: `option${n}`, title: `选项${n}` })
  const text = (name: string) => ({ 'x-kind': 'text', title: name })
  switch (kind) {
    case 'section':
    case 'group':
      return { ...common, properties: { item: text('新一项') } }
    case 'table':
      return { ...common, items: { properties: { name: text('名称') } } }
    case 'matrix':
      return {
        ...common,
        'x-corner': '项目',
        'x-rows': [{ key: 'first', title: '第一行' }],
        'x-columns': [{ key: 'amount', title: '数额' }],
        'x-cell': { 'x-kind': 'number', title: '数额' },
      }
    case 'choice':
    case 'choices':
      return { ...common, oneOf: [option(1), option(2)] }
    case 'open-choice':
    case 'open-choices':
      return { ...common, oneOf: [option(1), { const: 'other', title: '其他', 'x-other': true }] }
    case 'money':
      return { ...common, 'x-unit': '万元' }
    case 'identifier':
      return { ...common, 'x-schemes': ['credit-code'] }
    case 'statement':
      return { ...common, 'x-text': ['本单位承诺所填内容真实、准确。'] }
    case 'cascade':
    case 'open-cascade':
      return { ...common, 'x-codes': 'regions' }
    case 'reference':
    case 'references':
      return { ...common, 'x-refers': numbered ?? 'section.table' }
    default:
      return common
  }
}

/** An English key for a new node of a kind: 单行文字 → text. */
export const keyFor = (kind: string): string => kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
