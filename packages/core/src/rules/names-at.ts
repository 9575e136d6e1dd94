import { pointerOf } from '../answers/pointer.ts'
import type { Lists } from '../fields/field-kind.ts'
import { fieldKindOf } from '../fields/index.ts'
import type { Block, Path, Section, Table } from '../template/template.ts'
import { numberedTables } from '../template/walk.ts'
import type { RuleType } from './expression.ts'
import type { Binding } from './translation.ts'

const types = new WeakMap<Block, RuleType>()

/** The type of a block as rules see it. Made once for each: every rule of a template asks. */
const typeOfBlock = (block: Block, lists: Lists): RuleType => {
  const type = types.get(block) ?? madeType(block, lists)
  types.set(block, type)
  return type
}

const madeType = (block: Block, lists: Lists): RuleType => {
  switch (block.block) {
    case 'section':
    case 'group':
      return recordOf(block.children, lists)
    case 'table':
      return { is: 'list', of: rowOf(block, lists) }
    case 'matrix': {
      const cell = fieldKindOf(block.cell).type(block.cell, lists)
      const row: RuleType = { is: 'record', fields: Object.fromEntries(block.columns.map((head) => [head.key, cell])) }
      return { is: 'record', fields: Object.fromEntries(block.rows.map((head) => [head.key, row])) }
    }
    case 'field':
      return fieldKindOf(block).type(block, lists)
  }
}

const recordOf = (blocks: readonly Block[], lists: Lists): Extract<RuleType, { is: 'record' }> => ({
  is: 'record',
  fields: Object.fromEntries(blocks.map((block) => [block.key, typeOfBlock(block, lists)])),
})

const rowOf = (table: Table, lists: Lists): RuleType => {
  const row = recordOf(table.columns, lists)
  return table.rowNumber ? { ...row, fields: { ...row.fields, id: idOf(table) } } : row
}

const idOf = ({ path }: Table): RuleType => ({ is: 'text', row: path })

/** The names that an expression at a path may use: the static twin of `scopeAt`. */
export const namesAt = (sections: readonly Section[], lists: Lists, path: Path): ReadonlyMap<string, Binding> => {
  const root = recordOf(sections, lists)
  const names = new Map<string, Binding>()
  for (const section of sections) names.set(section.key, { type: typeOfBlock(section, lists), path: [section.key] })
  // By its pointer, which nobody can write in an expression: where `rowOf` finds its type.
  for (const table of numberedTables({ sections }))
    names.set(pointerOf(table.path), { type: typeOfBlock(table, lists), path: table.path })
  const bind = (name: string, length: number) => {
    const type = typeAt(root, path.slice(0, length))
    if (type) names.set(name, { type, path: path.slice(0, length) })
  }
  bind('self', path.length)
  bind('parent', Math.max(0, path.length - 1))
  const row = path.lastIndexOf('*')
  if (row >= 0) bind('row', row + 1)
  return names
}

const typeAt = (root: RuleType, path: Path): RuleType | undefined =>
  path.reduce<RuleType | undefined>((type, key) => {
    if (type?.is === 'list') return key === '*' ? type.of : undefined
    return type?.is === 'record' && Object.hasOwn(type.fields, key) ? type.fields[key] : undefined
  }, root)
