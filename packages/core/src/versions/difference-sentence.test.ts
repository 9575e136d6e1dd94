import { expect, it } from 'vitest'
import type { Difference } from '../pack/compare-packs.ts'
import { differenceSentence } from './difference-sentence.ts'

const about = { template: 'report', path: ['basics', 'name'], label: '年度报告 › 基本情况 › 名称' } as const
const cases: readonly (readonly [Omit<Difference, 'template' | 'path' | 'label'>, string])[] = [
  [{ is: 'field', after: '名称' }, '新增字段“基本情况 › 名称”'],
  [{ is: 'field', before: '名称' }, '取消字段“基本情况 › 名称”'],
  [{ is: 'field', facet: 'required', before: 'false', after: 'true' }, '“基本情况 › 名称”由选填改为必填'],
  [{ is: 'field', facet: 'maxChars', before: '500', after: '800' }, '“基本情况 › 名称”的字数上限由“500”改为“800”'],
  [{ is: 'field', facet: 'maxChars', after: '800' }, '“基本情况 › 名称”增加字数上限：“800”'],
  [{ is: 'field', facet: 'maxBytes', before: '20971520' }, '“基本情况 › 名称”取消文件大小上限（原为20 MB）'],
  [{ is: 'option', before: '企业' }, '“基本情况 › 名称”取消选项“企业”'],
  [{ is: 'option', facet: 'title', before: '企业', after: '企业法人' }, '“基本情况 › 名称”的选项“企业”改称“企业法人”'],
  [
    { is: 'field', facet: 'when', before: '“方式”是“自建”', after: '“方式”是“共建”' },
    '“基本情况 › 名称”的显示条件由“‘方式’是‘自建’”改为“‘方式’是‘共建’”',
  ],
  [{ is: 'rule', after: '合计应为 100' }, '新增规则：合计应为 100'],
]

it.each(cases)('%j', (difference, said) => {
  expect(differenceSentence({ ...about, ...difference })).toBe(said)
})
