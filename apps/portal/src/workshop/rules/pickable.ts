import { type Block, type CodeEntry, fieldKindOf, type Path, type Template } from '@policyforms/core'
import { plainPath } from '../model/answer-path.ts'

export type Shape = Pick<Template, 'sections' | 'lists'>

/** What may be written for a blank of a pattern. */
export type Takes =
  | 'number'
  | 'numbers'
  | 'number-column'
  | 'date'
  | 'choice'
  | 'choice-column'
  | 'listed-choice'
  | 'table'
  | 'text'
  | 'any'

/** A part of the answers that an expression may name. */
export interface Pickable {
  /** As an expression writes it. */
  readonly text: string
  readonly path: Path
  readonly title: string
  /** With the titles around it: 经费 › 明细 › 金额. */
  readonly trail: string
  readonly takes: readonly Takes[]
  readonly unit?: string
  readonly options?: readonly CodeEntry[]
  /** The name of the code list that its options come from, if rules may look into it. */
  readonly list?: string
  /** The table that it is a column of. */
  readonly table?: Pickable
}

/** Everything in a template that an expression may name, from its root, in the order of the document. */
export const pickables = (shape: Shape): readonly Pickable[] =>
  shape.sections.flatMap((section) => inBlock(shape, section, []))

const inBlock = (shape: Shape, block: Block, titles: readonly string[]): readonly Pickable[] => {
  const path = plainPath(block.path)
  const trail = [...titles, block.title]
  const own = { text: path.join('.'), path, title: block.title, trail: trail.join(' › ') }
  switch (block.block) {
    case 'section':
    case 'group':
      return [{ ...own, takes: ['any'] }, ...block.children.flatMap((child) => inBlock(shape, child, trail))]
    case 'table': {
      const table: Pickable = { ...own, takes: ['table', 'any'] }
      const columns = block.columns.flatMap((column) => inBlock(shape, column, trail))
      return [table, ...columns.map((column) => ({ ...column, takes: column.takes.flatMap(asColumn), table }))]
    }
    case 'matrix': {
      const part = (text: string, title: string): Pickable => ({
        ...own,
        text,
        title: `${block.title}${title}`,
        trail: [...trail, title].join(' › '),
        takes: ['numbers'],
      })
      const isNumber = fieldKindOf(block.cell).type(block.cell, shape.lists).is === 'number'
      const rows = block.rows.map((row) => part(`${own.text}.${row.key}`, `“${row.title}”行`))
      const columns = block.columns.map((one) => part(`column(${own.text}, "${one.key}")`, `“${one.title}”列`))
      return [{ ...own, takes: isNumber ? ['numbers', 'any'] : ['any'] }, ...(isNumber ? [...rows, ...columns] : [])]
    }
    case 'field':
      return fieldParts(shape, block, own)
  }
}

const columnTakes: Readonly<Partial<Record<Takes, readonly Takes[]>>> = {
  number: ['numbers', 'number-column'],
  choice: ['choice-column'],
}
const asColumn = (takes: Takes): readonly Takes[] => columnTakes[takes] ?? []

type Named = Pick<Pickable, 'text' | 'path' | 'title' | 'trail'>

const fieldParts = (shape: Shape, field: Extract<Block, { block: 'field' }>, own: Named): readonly Pickable[] => {
  const type = fieldKindOf(field).type(field, shape.lists)
  const more = { ...own, ...(field.unit !== undefined && { unit: field.unit }), ...listFacts(shape, field.list) }
  if (type.is === 'number') return [{ ...more, takes: ['number', 'any'] }]
  if (type.is === 'date') return [{ ...more, takes: ['date', 'any'] }]
  if (type.is === 'text' && type.codes) return [{ ...more, takes: choiceTakes(more.list) }]
  if (type.is === 'text') return [{ ...more, takes: ['text', 'any'] }]
  if (type.is !== 'record') return [{ ...more, takes: ['any'] }]
  const part = (key: string, title: string, takes: readonly Takes[]): readonly Pickable[] =>
    Object.hasOwn(type.fields, key)
      ? [{ ...more, text: `${own.text}.${key}`, title: `${own.title}${title}`, trail: `${own.trail}${title}`, takes }]
      : []
  return [
    { ...more, takes: ['any'] },
    ...part('from', '的起始', ['date', 'any']),
    ...part('to', '的截止', ['date', 'any']),
    ...part('choice', '所选', choiceTakes(more.list)),
  ]
}

const choiceTakes = (list: string | undefined): readonly Takes[] =>
  list === undefined ? ['choice', 'any'] : ['choice', 'listed-choice', 'any']

const listFacts = (shape: Shape, name: string | undefined): Pick<Pickable, 'options' | 'list'> => {
  const list = name === undefined || !Object.hasOwn(shape.lists, name) ? undefined : shape.lists[name]
  if (!list || name === undefined) return {}
  // A list that is written at its field is named for its path, with dots; rules look only into lists that have a file.
  const [file = ''] = name.split('/')
  return { options: list.entries, ...(!name.includes('.') && { list: file }) }
}

/** Those that are of the row in which an expression stands, as it may write them more shortly. */
export const inRow = (all: readonly Pickable[], place: Path): readonly Pickable[] => {
  const star = place.lastIndexOf('*')
  const table = plainPath(place.slice(0, star)).join('.')
  return star < 0
    ? []
    : all
        .filter((one) => one.table?.text === table)
        .map((one) => ({ ...one, text: `row.${one.path.at(-1)}`, trail: `本行 › ${one.title}` }))
}

/** Whether something typed is meant: a part of its titles, or of its path. */
export const isMeant = ({ trail, text }: Pickable, typed: string): boolean =>
  trail.replaceAll(' › ', '').includes(typed) || text.toLowerCase().includes(typed.toLowerCase())
