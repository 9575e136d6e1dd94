import { type Template, walkBlocks } from '@policyforms/core'
import type { Placed } from '../book/book.ts'
import { ownSheets, type SheetPlan } from '../layout/plan.ts'
import type { Drafting, Drawn } from './drafting.ts'
import { heightFor } from './heights.ts'

const widths = [6, 30, 54]

const steps: readonly string[] = [
  '白色格子由填写人填写。灰色格子是固定内容或自动计算的结果，已经锁定，不用填写。',
  '标 * 的项必须填写。整行变灰表示按前面所填的情况不必填写。',
  '有下拉箭头的格子请从列表中选择；选择“其他”时，在它后面的格子里写明。',
  '日期写作 2026-3-31，年月写作 2026-3，数字不带单位和千分位。',
  '表格从第一行起逐条填写，可以从别的表格里复制后“只粘贴数值”。空行会略过。',
  '附件只填文件名，每行一个，文件在网页上另行上传。',
  '请不要改动工作表的名称和表头。填好后保存为 .xlsx 文件，再上传或交回。',
]

const blanksNote = '各项不得留空：没有的，文字写“无”，数字写 0；整张表都没有的，在第一行写“无”。'

/** 填写说明: what it is, how to fill it, the template's own notes, and what stands on which sheet. */
export const drawGuide = (plans: readonly SheetPlan[], { template, styles }: Drafting): Drawn => {
  const [title, caption, head, text, number] = [
    styles.of('title'),
    styles.of('caption'),
    styles.of('head'),
    styles.of('note'),
    styles.of('note', undefined, 'center'),
  ]
  const line = (sheet: number, n: number, words: string): Placed => ({
    sheet,
    cells: [{ value: n, style: number }, { value: words, style: text }, { style: text }],
    height: heightFor([{ text: words, width: 84, points: 10 }]),
  })
  const blanks = walkBlocks(template).some((block) => block.noBlanks) ? [blanksNote] : []
  const notes = [...template.document.notes.map((note) => note.replace(/^\s*\d+[.．、]\s*/, '')), ...steps, ...blanks]
  const listed = 4 + notes.length
  return {
    frame: {
      name: ownSheets.notes,
      widths,
      merges: ['A1:C1', 'A2:C2', 'A3:C3', ...notes.map((_, i) => `B${4 + i}:C${4 + i}`), `A${listed}:C${listed}`],
      validations: [],
      locked: true,
      tab: 'quiet',
    },
    rows: (sheet) => [
      { sheet, cells: [{ value: template.title, style: title }], height: 36 },
      {
        sheet,
        cells: [{ value: describe(template), style: caption }],
        height: heightFor([{ text: describe(template), width: 90, points: 10 }], 20),
      },
      { sheet, cells: [{ value: '怎样填写', style: head }, { style: head }, { style: head }], height: 24 },
      ...notes.map((note, i) => line(sheet, i + 1, note)),
      { sheet, cells: [{ value: '各工作表的内容', style: head }, { style: head }, { style: head }], height: 24 },
      ...plans.map((plan, i) => ({
        sheet,
        cells: [
          { value: i + 1, style: number },
          { value: plan.name, style: text },
          { value: contentOf(plan), style: text },
        ],
        height: heightFor(
          [
            { text: plan.name, width: 30, points: 10 },
            { text: contentOf(plan), width: 54, points: 10 },
          ],
          18,
        ),
      })),
    ],
  }
}

const describe = (template: Template): string =>
  [`${template.pack.name}　版本 ${template.version}`, template.description].filter(Boolean).join('\n')

const contentOf = (plan: SheetPlan): string => {
  switch (plan.plan) {
    case 'fields':
      return `${plan.lines.filter(({ line }) => line === 'slot').length} 项`
    case 'table':
      return `表格，${plan.table.columns.length} 列，最多 ${plan.table.maxRows} 行`
    case 'matrix':
      return `表格，${plan.matrix.rows.length} 行 × ${plan.matrix.columns.length} 列`
  }
}
