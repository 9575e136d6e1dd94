import type { JsonObject } from '@policyforms/core'
import type { SourceFile } from '@policyforms/core/pack'

/** A small template that shows a section of each kind, with a rule; it works as it stands. */
const starterTemplate = (name: string): JsonObject => ({
  $schema: '../dialect/template.schema.json',
  'x-kind': 'template',
  'x-version': '0.1.0',
  title: '申报书',
  description: '起步用的样板：把分节、字段和规则改成自己的。',
  'x-document': {
    profile: 'book',
    cover: {
      title: [name, '申报书'],
      fields: [
        { label: '项目名称', field: 'basics.name' },
        { label: '申报单位', field: 'basics.organisation' },
      ],
      date: 'basics.date',
    },
    notes: ['金额以万元为单位，保留两位小数。', '没有的可以写“无”或“0”。'],
  },
  properties: {
    basics: {
      'x-kind': 'section',
      title: '基本信息',
      'x-numbering': 'none',
      required: ['name', 'organisation'],
      properties: {
        name: { 'x-kind': 'text', title: '项目名称', maxLength: 80, 'x-wide': true },
        organisation: { 'x-kind': 'text', title: '申报单位', maxLength: 100 },
        creditCode: { 'x-kind': 'identifier', title: '统一社会信用代码', 'x-schemes': ['credit-code'] },
        phone: { 'x-kind': 'identifier', title: '联系电话', 'x-schemes': ['mobile', 'landline'] },
        date: { 'x-kind': 'date', title: '填报日期', 'x-prefill': 'today()' },
      },
    },
    content: {
      'x-kind': 'section',
      title: '主要内容',
      required: ['text'],
      properties: {
        text: { 'x-kind': 'narrative', title: '主要内容', description: '做什么，做到什么程度。', 'x-max-chars': 2000 },
      },
    },
    budget: {
      'x-kind': 'section',
      title: '经费预算',
      properties: {
        total: { 'x-kind': 'money', title: '预算总额', 'x-unit': '万元', minimum: 0 },
        rows: {
          'x-kind': 'table',
          title: '预算明细',
          'x-totals': ['amount'],
          items: {
            required: ['subject', 'amount'],
            properties: {
              subject: { 'x-kind': 'text', title: '支出科目', maxLength: 60 },
              amount: { 'x-kind': 'money', title: '金额', 'x-unit': '万元', minimum: 0 },
            },
          },
        },
      },
      'x-rules': [
        {
          id: 'budget-total',
          assert: 'sum(budget.rows.amount) == budget.total',
          message: '预算明细合计 {sum} 万元，应等于预算总额 {total} 万元',
          values: { sum: 'sum(budget.rows.amount)', total: 'budget.total' },
          at: 'total',
        },
      ],
    },
  },
})

const starterExamples: Readonly<Record<string, JsonObject>> = {
  complete: {
    basics: {
      name: '示例项目',
      organisation: '示例单位',
      creditCode: '914403001922038216',
      phone: '13800138000',
      date: '2025-03-31',
    },
    content: { text: '这里写主要内容。' },
    budget: {
      total: 100,
      rows: [
        { subject: '设备费', amount: 60 },
        { subject: '业务费', amount: 40 },
      ],
    },
  },
  minimal: { basics: { name: '示例项目', organisation: '示例单位' }, content: { text: '这里写主要内容。' } },
  'invalid-budget-total': {
    from: 'complete.json',
    set: { '/budget/total': 120 },
    issues: [{ code: 'rule', rule: 'budget-total', at: '/budget/total' }],
  },
}

/** The template and its examples, below the pack's folder. */
export const starterFiles = (id: string, name: string, template = 'application'): readonly SourceFile[] => [
  json(`${id}/${template}.schema.json`, starterTemplate(name)),
  ...Object.entries(starterExamples).map(([example, value]) =>
    json(`${id}/examples/${template}/${example}.json`, value),
  ),
]

const json = (path: string, value: JsonObject): SourceFile => ({ path, text: `${JSON.stringify(value, null, 2)}\n` })
