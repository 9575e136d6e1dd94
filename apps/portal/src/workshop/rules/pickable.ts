import {
  type Block,
  type CodeEntry,
  fieldKindOf,
  type Head,
  type Matrix,
  nameOfHead,
  type Path,
  type Template,
} from '@policyforms/core'
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
  /** Its options are 是 and 否, which expressions write as true and false. */
  readonly isTruth?: true
  /** The table that it is a column of. */
  readonly table?: Pickable
  /** The sum of a list, rather than something that was answered. */
  readonly isSum?: true
  /** Several lists in a row, as only a call like `sum` takes them. */
  readonly isSeveral?: true
}

/** An option of a choice as an expression writes it. */
export const optionText = ({ isTruth }: Pickable, code: string): string => (isTruth ? code : JSON.stringify(code))

/** Everything in a template that an expression may name, from its root, in the order of the document, and the sums of it. */
export const pickables = (shape: Shape): readonly Pickable[] =>
  shape.sections.flatMap((section) => inBlock(shape, section, [])).flatMap(withSum)

/** A list of numbers may stand for a number wherever its sum is meant. */
const withSum = (one: Pickable): readonly Pickable[] =>
  one.takes.includes('numbers')
    ? [
        one,
        {
          ...one,
          text: `sum(${one.text})`,
          title: `${one.title}合计`,
          trail: `${one.trail}合计`,
          takes: ['number'],
          isSum: true,
        },
      ]
    : [one]

/** The day on which answers are judged, where a pattern asks for a date. */
export const theDay: Pickable = { text: 'today()', path: [], title: '今天', trail: '今天（办理当天）', takes: ['date'] }

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
    case 'matrix':
      return matrixParts(shape, block, own)
    case 'field':
      return fieldParts(shape, block, own)
  }
}

/** The whole of a matrix of numbers, each row and column, and those that stand under one head. */
const matrixParts = (shape: Shape, matrix: Matrix, own: Named): readonly Pickable[] => {
  const { cell, rows, columns } = matrix
  const isNumber = fieldKindOf(cell).type(cell, shape.lists).is === 'number'
  if (!isNumber) return [{ ...own, takes: ['any'] }]
  const part = (keys: readonly string[], title: string, write: (key: string) => string): Pickable => ({
    ...own,
    text: keys.map(write).join(', '),
    title: `${own.title}${title}`,
    trail: `${own.trail} › ${title}`,
    takes: ['numbers'],
    ...(cell.unit !== undefined && { unit: cell.unit }),
    ...(keys.length > 1 && { isSeveral: true as const }),
  })
  const side = (heads: readonly Head[], what: string, write: (key: string) => string): readonly Pickable[] => [
    ...groupsOf(heads).map(({ group, keys }) => part(keys, `“${group}”各${what}`, write)),
    ...heads.map((head) => part([head.key], `“${nameOfHead(head)}”${what}`, write)),
  ]
  return [
    { ...own, takes: ['numbers', 'any'], ...(cell.unit !== undefined && { unit: cell.unit }) },
    ...side(rows, '行', (key) => `${own.text}.${key}`),
    ...side(columns, '列', (key) => `column(${own.text}, "${key}")`),
  ]
}

/** Heads by the name above them, where it is above more than one. */
const groupsOf = (heads: readonly Head[]): readonly { readonly group: string; readonly keys: readonly string[] }[] =>
  [...new Set(heads.flatMap(({ group }) => group ?? []))]
    .map((group) => ({ group, keys: heads.filter((head) => head.group === group).map(({ key }) => key) }))
    .filter(({ keys }) => keys.length > 1)

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
  if (type.is === 'truth') return [{ ...more, takes: ['choice', 'any'], options: yesOrNo, isTruth: true }]
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

const yesOrNo: readonly CodeEntry[] = [
  { code: 'true', title: '是' },
  { code: 'false', title: '否' },
]

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
        .filter((one) => one.table?.text === table && !one.isSum)
        .map((one) => ({ ...one, text: `row.${one.path.at(-1)}`, trail: `本行 › ${one.title}` }))
}

/** Whether something typed is meant: a part of its titles, or of its path. */
export const isMeant = ({ trail, text }: Pickable, typed: string): boolean =>
  trail.replaceAll(' › ', '').includes(typed) || text.toLowerCase().includes(typed.toLowerCase())
