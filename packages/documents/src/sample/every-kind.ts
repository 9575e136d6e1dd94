import { fieldKinds, type Kind } from '@policyforms/core'
import { field, section, table, template } from './blocks.ts'

const list = {
  id: 'l',
  title: 'l',
  depth: 1,
  entries: [
    { code: 'a', title: '甲' },
    { code: 'b', title: '其他（请注明）', other: true },
  ],
}
// The keys of a closed record.
const kinds = Object.keys(fieldKinds) as readonly Kind[]
const fields = (name: string) =>
  kinds.map((kind) =>
    field(kind.replace('-', ''), kind, `${name}${kind}`, {
      ...(kind.startsWith('reference')
        ? { list: 'r', refers: { table: ['rows', 'r'], show: ['name'] } }
        : { list: 'l' }),
      text: ['声明。'],
      ...(['money', 'percent'].includes(kind) && { places: 2 }),
    }),
  )

/** Each kind of field in a base table or in running text, and in the rows of a table. */
export const everyKind = template(
  [
    section('all', '', '各种字段', fields('字段')),
    section('rows', '', '表格', [
      table('r', '被引用的表', [field('name', 'text', '名称')], {
        rowNumber: { prefix: 'R', digits: 2, title: '编号' },
      }),
      table('t', '表', fields('列')),
    ]),
  ],
  { lists: { l: list } },
)
