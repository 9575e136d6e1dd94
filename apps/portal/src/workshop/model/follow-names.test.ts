import { expect, it } from 'vitest'
import { moveNode, renameNode } from './moves.ts'

const template = {
  'x-kind': 'template',
  title: '报告',
  'x-document': {
    cover: { title: ['{money.own}报告'], date: 'basics.day', fields: [{ label: '名称', field: 'basics.name' }] },
  },
  properties: {
    basics: {
      'x-kind': 'section',
      title: '基本情况',
      properties: {
        name: { 'x-kind': 'text', title: '名称' },
        day: { 'x-kind': 'date', title: '日期', 'x-prefill': 'today()' },
        lead: { 'x-kind': 'reference', title: '负责人', 'x-refers': 'money.rows' },
        next: { 'x-kind': 'text', title: '下一个', 'x-when': 'given(parent.name)' },
      },
      'x-rules': [
        { id: 'named', assert: 'given(self.name)', message: '{who}', values: { who: 'basics.name' }, at: 'name' },
        { id: 'lead', assert: 'rowOf(basics.lead).amount > 0', message: '金额' },
      ],
    },
    money: {
      'x-kind': 'section',
      title: '经费',
      properties: {
        own: { 'x-kind': 'money', title: '自筹' },
        total: { 'x-kind': 'money', title: '总额', 'x-compute': 'sum(money.rows.amount) + money.own' },
        rows: {
          'x-kind': 'table',
          title: '明细',
          'x-totals': ['amount'],
          items: {
            properties: { amount: { 'x-kind': 'money', title: '金额', 'x-at-most': 'money.own' } },
            'x-rules': [{ id: 'small', assert: 'row.amount < money.own', message: '小', at: 'amount' }],
          },
        },
      },
    },
  },
}
const text = `${JSON.stringify(template, null, 2)}\n`
/** The lines in which two texts differ. */
const changes = (now: string) => {
  const [before, after] = [text.split('\n'), now.split('\n')]
  return after.filter((line) => !before.includes(line)).map((line) => line.trim())
}
const money = ['properties', 'money', 'properties']
const basics = ['properties', 'basics', 'properties']

it('renames a field in everything that names it, and nothing else', () => {
  expect(changes(renameNode(text, [...money, 'own'], 'self2'))).toEqual([
    '"{money.self2}报告"',
    '"self2": {',
    '"x-compute": "sum(money.rows.amount) + money.self2"',
    '"x-at-most": "money.self2"',
    '"assert": "row.amount < money.self2",',
  ])
  expect(changes(renameNode(text, [...basics, 'name'], 'called'))).toEqual([
    '"field": "basics.called"',
    '"called": {',
    '"x-when": "given(parent.called)"',
    '"assert": "given(self.called)",',
    '"who": "basics.called"',
    '"at": "called"',
  ])
})

it('renames a column in its totals, its rules and behind a reference', () => {
  expect(changes(renameNode(text, [...money, 'rows', 'items', 'properties', 'amount'], 'cost'))).toEqual([
    '"assert": "rowOf(basics.lead).cost > 0",',
    '"x-compute": "sum(money.rows.cost) + money.own"',
    '"cost"',
    '"cost": {',
    '"assert": "row.cost < money.own",',
    '"at": "cost"',
  ])
})

it('renames a section that everything else names', () => {
  expect(changes(renameNode(text, ['properties', 'money'], 'funds'))).toEqual([
    '"{funds.own}报告"',
    '"x-refers": "funds.rows"',
    '"funds": {',
    '"x-compute": "sum(funds.rows.amount) + funds.own"',
    '"x-at-most": "funds.own"',
    '"assert": "row.amount < funds.own",',
  ])
})

it('follows a field into another section; what it says of its neighbours stays true', () => {
  expect(changes(moveNode(text, [...basics, 'next'], money, 0).text)).toContain('"x-when": "given(basics.name)"')
  const moved = moveNode(text, [...money, 'rows'], basics, 0).text
  expect(moved).toContain('"x-compute": "sum(basics.rows.amount) + money.own"')
  expect(moved).toContain('"x-refers": "basics.rows"')
  expect(moved).toContain('"assert": "row.amount < money.own"')
})
