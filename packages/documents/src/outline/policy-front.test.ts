import { expect, it } from 'vitest'
import { policyFront } from './policy-front.ts'
import { readText } from './read-text.ts'

const named = (...lines: readonly string[]) => policyFront(readText(lines.join('\n'))).named

it('reads name and number above the first article', () =>
  expect(named('某省产业基地', '建设管理办法（试行）', '（某科规〔2026〕6号）', '第一章 总则', '第一条 …')).toEqual({
    title: '某省产业基地建设管理办法（试行）',
    number: '某科规〔2026〕6号',
  }))

it('tells the policy from the notice that hands it on, whose office and date are its own', () =>
  expect(
    named(
      '某省科学技术厅关于印发《某省基地建设',
      '实施方案》的通知',
      '某科发〔2020〕68号',
      '各市科技局：',
      '现将方案印发给你们，请按《某规定》（国科发〔2017〕9号）执行。',
      '某省科学技术厅',
      '2020年9月9日',
      '某省基地建设实施方案',
      '一、目标',
      '到2025年建成。',
    ),
  ).toEqual({
    title: '某省基地建设实施方案',
    number: '某科发〔2020〕68号',
    issuer: '某省科学技术厅',
    date: '2020-09-09',
  }))

it('says of a notice alone what it hands on', () =>
  expect(named('某市科技局关于印发《某市基地办法》的通知', '一、目标')).toEqual({
    title: '某市基地办法',
    issuer: '某市科技局',
  }))

it('says nothing where nothing is said', () => {
  expect(named('一、目标', '到2025年建成。')).toEqual({})
  expect(policyFront([]).named).toEqual({})
})
