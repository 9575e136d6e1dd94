import type { Draft, DraftNode } from '@policyforms/documents'

const sure = { high: '高', medium: '中', low: '低' } as const

const kinds: Readonly<Record<string, string>> = {
  section: '分节',
  group: '分组',
  table: '表格',
  matrix: '矩阵',
  text: '单行文字',
  narrative: '一段文字',
  number: '数字',
  money: '金额',
  percent: '百分比',
  date: '日期',
  month: '年月',
  year: '年度',
  period: '起止时间',
  'yes-no': '是否',
  choice: '单选',
  choices: '多选',
  'open-choice': '单选（带其他）',
  'open-choices': '多选（带其他）',
  cascade: '多级选择',
  identifier: '号码',
  attachment: '附件',
  picture: '图片',
  statement: '承诺声明',
}

const cell = (text: string) => text.replace(/[|\s]+/g, ' ').trim()

const rowsOf = (node: DraftNode, above: readonly string[]): readonly string[] => {
  const trail = [...above, node.title]
  const { place, confidence, why, text } = node.evidence
  const kind = kinds[node.keywords['x-kind']] ?? node.keywords['x-kind']
  const row = `| ${[trail.join(' › '), kind, sure[confidence], why, place, text].map(cell).join(' | ')} |`
  return [row, ...(node.children ?? []).flatMap((child) => rowsOf(child, trail))]
}

const least = (nodes: readonly DraftNode[], level: 'high' | 'medium' | 'low'): number =>
  nodes.reduce((sum, node) => sum + (node.evidence.confidence === level ? 1 : 0) + least(node.children ?? [], level), 0)

const asked = ({ question, title, evidence, children = [] }: DraftNode): Draft['questions'] => [
  ...(question ? [{ place: evidence.place, text: title, question }] : []),
  ...children.flatMap(asked),
]

/** What was guessed from where, and what only a person can decide: Markdown, to be read beside the template. */
export const outlineReport = (draft: Draft, file: string, template: string): string => {
  const count = (level: 'high' | 'medium' | 'low') => least(draft.sections, level)
  const questions = [...draft.questions, ...draft.sections.flatMap(asked)].map(
    ({ place, text, question }, i) => `${i + 1}. ${place}${text ? `“${cell(text)}”` : ''}：${question}`,
  )
  return [
    `# 从 ${file} 读出的模板`,
    '',
    `写进了 ${template}：有把握的 ${count('high')} 处，大概如此的 ${count('medium')} 处，拿不准的 ${count('low')} 处。`,
    '',
    '## 请回答',
    '',
    ...(questions.length > 0 ? questions : ['没有拿不准的地方。']),
    '哪些必填？现在只有标了 * 的必填，请在各节的 required 里补上。',
    '',
    '## 每一处的来源',
    '',
    '| 名称 | 认作 | 把握 | 线索 | 位置 | 原文 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...draft.sections.flatMap((section) => rowsOf(section, [])),
    '',
  ].join('\n')
}
