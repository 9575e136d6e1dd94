import type { Answers, Template } from '@policyforms/core'
import { field, section, table, template } from './blocks.ts'

/** A report to an office, with all that GB/T 9704 puts around its text. */
export const officialReport: Template = template(
  [
    section('basics', '', '基本信息', [
      field('name', 'text', '中心名称'),
      field('year', 'year', '年度'),
      field('date', 'date', '成文日期'),
    ]),
    section('state', '一、', '总体情况', [field('text', 'narrative', '总体情况', { wide: true })]),
    section('plan', '二、', '下一步安排', [field('text', 'narrative', '下一步安排', { wide: true })]),
    section('costs', '', '年度经费决算表', [
      table('rows', '年度经费决算表', [
        field('name', 'text', '科目'),
        field('sum', 'money', '金额', { unit: '万元', places: 2 }),
      ]),
    ]),
    section('people', '', '主要科研人员名单', [
      table('rows', '主要科研人员名单', [field('name', 'text', '姓名'), field('post', 'text', '职务')]),
    ]),
  ].map((make, i) => (above) => ({ ...make(above), ...(i > 2 && { attachment: true as const }) })),
  {
    title: '年度建设情况报告',
    document: {
      profile: 'report',
      notes: [],
      contents: false,
      official: {
        copy: '000001',
        secrecy: '机密★1年',
        urgency: '特急',
        issuer: '示例省科学技术厅文件',
        number: '示科发〔2025〕9号',
        signer: '王建国',
        title: '关于报送{basics.name}建设情况的报告',
        addressee: '科学技术部：',
        signature: '示例省科学技术厅',
        date: '{basics.date}',
        cc: '示例省人民政府办公厅，示例省财政厅',
        printer: '示例省科学技术厅办公室',
        printDate: '{basics.date}',
      },
    },
  },
)

const text = '中心围绕稀土新材料产业开展关键共性技术研发，按照统一规划、分步实施的办法推进建设任务，完善人才引进机制。'

export const officialAnswers: Answers = {
  basics: { name: '示例省稀土新材料技术创新中心', year: 2024, date: '2025-03-09' },
  state: { text: Array.from({ length: 5 }, () => text.repeat(2)).join('\n') },
  plan: { text: Array.from({ length: 3 }, () => text).join('\n') },
  costs: {
    rows: [
      { name: '设备费', sum: 120 },
      { name: '材料费', sum: 30.5 },
    ],
  },
  people: { rows: [{ name: '王建国', post: '主任' }] },
}
