import { expect, it } from 'vitest'
import { openSchemas } from '../node/index.ts'
import { chooseColumns, columnsOf } from './columns.ts'

const { packs } = await openSchemas(new URL('../../../../schemas', import.meta.url).pathname)
const templates = packs.flatMap((pack) => pack.templates)

it('names every column of every pack once', () => {
  for (const template of templates) {
    const ids = columnsOf(template).map(({ id }) => id)
    expect(new Set(ids).size, template.id).toBe(ids.length)
    const { main, lists, unknown } = chooseColumns(template)
    expect(unknown).toEqual([])
    const listed = lists.flatMap((list) =>
      'matrix' in list ? columnsOf(template).filter(({ matrix }) => matrix === list.matrix) : list.columns,
    )
    expect(main.length + listed.length, template.id).toBe(ids.length)
  }
})

it('takes columns in the order in which they are named, by themselves or by what holds them', () => {
  for (const template of templates) {
    const all = columnsOf(template)
    const [first, second] = all.filter(({ table, matrix }) => !table && !matrix)
    if (!first || !second) continue
    expect(chooseColumns(template, [second.id, first.id]).main).toEqual([second, first])
    const row = all.find(({ table }) => table)
    if (row) expect(chooseColumns(template, [row.id]).lists).toEqual([{ table: row.table, columns: [row] }])
    const cell = all.find(({ matrix }) => matrix)
    if (!cell?.matrix) continue
    expect(chooseColumns(template, [cell.id])).toMatchObject({ main: [cell], lists: [] })
    expect(chooseColumns(template, [cell.matrix.path.join('.')]).lists).toEqual([{ matrix: cell.matrix }])
  }
})

it('says which names stand for nothing, and what was probably meant', () => {
  const [template] = templates
  const id = template && columnsOf(template)[0]?.id
  if (!template || !id) throw new Error('no template')
  expect(chooseColumns(template, [`${id}x`, 'zzzzzzzzzzzzzzzz']).unknown).toEqual([
    { id: `${id}x`, suggestion: id },
    { id: 'zzzzzzzzzzzzzzzz', suggestion: '' },
  ])
})
