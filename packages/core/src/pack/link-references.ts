import type { Kind } from '../fields/index.ts'
import type { Block, Field, Section, Table } from '../template/template.ts'
import { blockAt, walkBlocks } from '../template/walk.ts'
import type { Building } from './building.ts'
import { textOf, textsOf } from './keyword-values.ts'
import type { Resolved } from './resolve.ts'

/** What cannot be read at a glance after a number, or would never end: a reference that shows references. */
const notShown: readonly Kind[] = ['narrative', 'attachment', 'picture', 'statement', 'reference', 'references']
const mayShow = ({ kind, sensitive }: Field) => !notShown.includes(kind) && !sensitive

/** The tree with every reference led to its table. What leads nowhere has been reported and stays as it is written. */
export const linkReferences = (on: Building, sections: readonly Section[]): readonly Section[] => {
  if (on.references.length === 0) return sections
  const links = new Map(on.references.map(({ path, node }) => [path.join('/'), linkOf(on, node, sections)]))
  const link = <B extends Block>(block: B): B => {
    const own = block.block === 'field' ? links.get(block.path.join('/')) : undefined
    return {
      ...block,
      ...own,
      ...('children' in block && { children: block.children.map(link) }),
      ...(block.block === 'table' && { columns: block.columns.map(link) }),
      ...(block.block === 'matrix' && { cell: { ...block.cell, ...links.get(block.path.join('/')) } }),
    }
  }
  return sections.map(link)
}

const nameOf = ({ path }: Block) => path.join('.')

const linkOf = (on: Building, node: Resolved, sections: readonly Section[]): Pick<Field, 'refers' | 'list'> => {
  const written = textOf(node.keywords['x-refers'])
  const tables = walkBlocks({ sections }).filter((block) => block.block === 'table')
  const numbered = tables.filter(({ rowNumber }) => rowNumber !== undefined).map(nameOf)
  if (written === undefined) return {}
  const table = blockAt({ sections }, written.split('.'))
  if (table?.block !== 'table') {
    on.report('unknown-field', node, 'x-refers', { path: written }, numbered.length > 0 ? numbered : tables.map(nameOf))
    return {}
  }
  if (!table.rowNumber) {
    on.report('table-unnumbered', node, 'x-refers', { path: written }, numbered)
    return {}
  }
  const show = shownOf(on, node, table)
  return { refers: { table: table.path, show }, list: `${written}#${show.join(',')}` }
}

const shownOf = (on: Building, node: Resolved, table: Table): readonly string[] => {
  const able = table.columns.filter(mayShow).map(({ key }) => key)
  if (node.keywords['x-show'] === undefined) return able.slice(0, 1)
  const written = textsOf(node.keywords['x-show'])
  for (const key of written) {
    const column = table.columns.find((one) => one.key === key)
    if (!column) on.report('unknown-field', node, 'x-show', { path: key }, able)
    else if (!mayShow(column))
      on.report('wrong-value', node, 'x-show', {
        keyword: 'x-show',
        wanted: `能在一行里看清的列（不能是多段文字、附件、图片、承诺、引用或敏感的列）：${able.join('、')}`,
      })
  }
  return written.filter((key) => able.includes(key))
}
