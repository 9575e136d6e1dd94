import { expect, it } from 'vitest'
import { cutClauses } from './cut-clauses.ts'
import { readText } from './read-text.ts'

const cut = (...lines: readonly string[]) =>
  cutClauses(readText(lines.join('\n'))).map(({ id, heading, text }) => [id, heading, text.join('|')])

it('cuts a plan by 一、（一）1., each named with what it stands in', () => {
  expect(
    cut(
      '某省实施方案',
      '为落实某某文件，制定本方案。',
      '一、建设目标',
      '到2025年建成若干家。',
      '二、管理',
      '（一）申报',
      '1. 年度报告制度。中心每年三月底前报告。',
      '未报告的，（1）提醒；（2）通报。',
      '2．重大事项变更，应当及时报备。',
      '（二）评估',
      '每三年评估一次。',
    ),
  ).toEqual([
    ['0', '引言', '为落实某某文件，制定本方案。'],
    ['1', '一、建设目标', '到2025年建成若干家。'],
    ['2.1.1', '二（一）1 年度报告制度', '中心每年三月底前报告。|未报告的，（1）提醒；（2）通报。'],
    ['2.1.2', '二（一）2', '重大事项变更，应当及时报备。'],
    ['2.2', '二（二） 评估', '每三年评估一次。'],
  ])
})

it('cuts measures by articles, which are numbered across chapters and keep their points', () => {
  expect(
    cut(
      '第一章 总则',
      '第一条 为了规范管理，制定本办法。',
      '第二条 本办法适用于：',
      '（一）企业；',
      '（二）高校。',
      '第二章 申报',
      '第十二条 申报单位应当自筹一半。',
    ),
  ).toEqual([
    ['1', '第一条', '为了规范管理，制定本办法。'],
    ['2', '第二条', '本办法适用于：|（一）企业；|（二）高校。'],
    ['12', '第十二条', '申报单位应当自筹一半。'],
  ])
})

it('takes no first sentence for the title of an article, and no name of the policy for a clause', () => {
  expect(
    cut(
      '某省基地管理办法',
      '（某科规〔2026〕6号）',
      '第一条 省科技厅负责认定和监督；市局负责推荐。',
      '第二条 省科技厅每年发布通知。牵头单位按期提交。',
      '第三条【申报条件】牵头单位注册满两年。',
      '第四条 附则',
      '本办法由省科技厅解释。',
    ),
  ).toEqual([
    ['1', '第一条', '省科技厅负责认定和监督；市局负责推荐。'],
    ['2', '第二条', '省科技厅每年发布通知。牵头单位按期提交。'],
    ['3', '第三条 申报条件', '牵头单位注册满两年。'],
    ['4', '第四条 附则', '本办法由省科技厅解释。'],
  ])
})

it('gives no two clauses one number, and takes a table as words', () => {
  expect(cut('一、甲', '甲文。', '一、乙', '乙文。', '标准\t分值', '条件\t10')).toEqual([
    ['1', '一、甲', '甲文。'],
    ['1.2', '一、乙', '乙文。|标准 分值\n条件 10'],
  ])
})

it('finds nothing in nothing', () => {
  expect(cutClauses([])).toEqual([])
})
