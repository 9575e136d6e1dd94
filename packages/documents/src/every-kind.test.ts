import { fieldKinds } from '@policyforms/core'
import { expect, it } from 'vitest'
import { field, section, table, template } from './sample/blocks.ts'
import { readBlocks } from './sample/read-word.ts'
import { writeWord } from './write-word.ts'

const today = '2024-03-01'

it('prints every kind, answered and blank', async () => {
  const kinds = Object.keys(fieldKinds).filter((kind) => kind in fieldKinds) as (keyof typeof fieldKinds)[] // the keys of a closed record
  const list = {
    id: 'l',
    title: 'l',
    depth: 1,
    entries: [
      { code: 'a', title: '甲' },
      { code: 'b', title: '其他', other: true },
    ],
  }
  const files = [{ id: 'f', name: '文件.pdf', size: 1 }]
  const values: Record<keyof typeof fieldKinds, [answer: unknown, printed: string]> = {
    text: ['文字', '文字'],
    narrative: ['一\n二', '一'],
    number: [1234, '1,234'],
    money: [1234.5, '1,234.50'],
    percent: [12.5, '12.50'],
    date: ['2020-09-09', '2020年9月9日'],
    month: ['2020-09', '2020年9月'],
    year: [2020, '2020年'],
    period: [{ from: '2020-01', to: '2022-12' }, '2020年1月至2022年12月'],
    'yes-no': [false, '□是　☑否'],
    choice: ['a', '☑甲'],
    choices: [['a'], '☑甲'],
    'open-choice': [{ choice: 'b', other: '乙' }, '☑其他：乙'],
    'open-choices': [{ choices: ['a', 'b'], other: '乙' }, '☑甲'],
    cascade: ['a', '☑甲'],
    'open-cascade': [{ choice: 'b', other: '乙' }, '☑其他：乙'],
    reference: ['r', 'R01 文字'],
    references: [['r'], 'R01 文字'],
    identifier: ['91330100799655058B', '91330100799655058B'],
    attachment: [files, '文件.pdf'],
    picture: [files, '文件.pdf'],
    statement: [true, '☑以上内容已经确认。'],
  }
  const places = (kind: string) => (['money', 'percent'].includes(kind) ? { places: 2 } : {})
  const listed = (kind: string) =>
    kind.startsWith('reference') ? { list: 'r', refers: { table: ['rows', 'r'], show: ['name'] } } : { list: 'l' }
  const made = template(
    [
      section(
        'all',
        '',
        '各种字段',
        kinds.map((kind) => field(kind, kind, `字段${kind}`, { ...listed(kind), text: ['声明。'], ...places(kind) })),
      ),
      section('rows', '', '表格', [
        table('r', '被引用的表', [field('name', 'text', '名称')], {
          rowNumber: { prefix: 'R', digits: 2, title: '编号' },
        }),
        table(
          't',
          '表',
          kinds.map((kind) => field(kind, kind, `列${kind}`, { ...listed(kind), ...places(kind) })),
        ),
      ]),
    ],
    { lists: { l: list } },
  )
  const all = Object.fromEntries(kinds.map((kind) => [kind, values[kind][0]])) as never // test data in the shapes of the kinds
  const printed = JSON.stringify(
    readBlocks(await writeWord(made, { all, rows: { t: [all], r: [{ id: 'r', name: '文字' }] } }, { today })),
  )
  const unbroken = printed.replaceAll('\\n', '')
  for (const kind of kinds) {
    expect(unbroken).toContain(`字段${kind}`)
    expect(unbroken).toContain(`列${kind}`)
    expect(printed).toContain(JSON.stringify(values[kind][1]).slice(1, -1))
  }
  expect(JSON.stringify(readBlocks(await writeWord(made, {}, { today })))).not.toMatch(/null|undefined|NaN/)
})
