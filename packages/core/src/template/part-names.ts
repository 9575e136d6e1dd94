import type { Block } from './template.ts'

/** What staff call the parts of a template. */
export const partNames: Readonly<Record<Block['block'] | 'template' | 'row' | 'option' | 'rule', string>> = {
  template: '材料',
  section: '分节',
  group: '分组',
  table: '表格',
  matrix: '矩阵',
  field: '字段',
  row: '行',
  option: '选项',
  rule: '规则',
}
