import { columnHeads, nameOfHead } from '../answers/heads-of.ts'
import { nearest } from '../issues/nearest.ts'
import type { Block, Field, Head, Matrix, Table, Template } from './template.ts'
import { childrenOf, walkBlocks } from './walk.ts'

/** One field as lists of many submissions name it. */
export interface Column {
  /** Its keys from the root joined by dots, without rows: `basics.name`, `partners.list.share`. */
  readonly id: string
  readonly field: Field
  /** The top-level section, or the table or matrix. */
  readonly group: string
  /** Its title with those of the groups around it. */
  readonly label: string
  /** Whose rows have it; what has none stands once in a submission. */
  readonly table?: Table
  /** One cell of a matrix, which has a list of its own; asked for by name only. */
  readonly matrix?: Matrix
}

/** What a list of many submissions shows, in order. */
export interface ColumnChoice {
  readonly main: readonly Column[]
  readonly lists: readonly (
    | { readonly table: Table; readonly columns: readonly Column[] }
    | { readonly matrix: Matrix }
  )[]
}

const idOf = (path: readonly string[]): string => path.filter((key) => key !== '*').join('.')

const known = new WeakMap<Template['sections'], readonly Column[]>()

/** Every column that there is, in the order of the document. */
export const columnsOf = (template: Pick<Template, 'sections'>): readonly Column[] => {
  const found =
    known.get(template.sections) ??
    template.sections.flatMap((section) => below(section, `${section.number}${section.title}`, []))
  known.set(template.sections, found)
  return found
}

const below = (block: Block, group: string, labels: readonly string[]): readonly Column[] => {
  switch (block.block) {
    case 'section':
      return childrenOf(block).flatMap((child) => below(child, group, labels))
    case 'group':
      return childrenOf(block).flatMap((child) => below(child, group, [...labels, block.title]))
    case 'table':
      return columnHeads(block).flatMap((head, i) => {
        const field = block.columns[i]
        return field
          ? [
              {
                id: idOf([...block.path, field.key]),
                field,
                group: block.title,
                label: nameOfHead(head),
                table: block,
              },
            ]
          : []
      })
    case 'matrix':
      return block.rows.flatMap((row) => block.columns.map((column) => cellOf(block, row, column)))
    case 'field':
      return [{ id: idOf(block.path), field: block, group, label: [...labels, block.title].join('：') }]
  }
}

const cellOf = (matrix: Matrix, row: Head, column: Head): Column => {
  const path = [...matrix.path, row.key, column.key]
  const title = `${nameOfHead(row)} ${nameOfHead(column)}`
  return {
    id: idOf(path),
    field: { ...matrix.cell, key: column.key, path, title },
    group: matrix.title,
    label: title,
    matrix,
  }
}

/** A name that stands for no column, and the one that was probably meant. */
export interface UnknownColumn {
  readonly id: string
  readonly suggestion: string
}

/** The columns that are named, in that order: one by one, or by the section, group, table or matrix that holds them. Without names, all. */
export const chooseColumns = (
  template: Pick<Template, 'sections'>,
  ids?: readonly string[],
): ColumnChoice & { readonly unknown: readonly UnknownColumn[] } => {
  const all = columnsOf(template)
  const blocks = new Map(walkBlocks(template).map((block) => [idOf(block.path), block]))
  const named = (id: string): readonly Column[] => {
    const found = all.find((column) => column.id === id)
    return found ? [found] : all.filter((column) => column.id.startsWith(`${id}.`))
  }
  const wanted = new Set((ids ?? template.sections.map(({ key }) => key)).flatMap(named))
  const whole = new Set((ids ?? []).flatMap((id) => (blocks.get(id)?.block === 'matrix' ? [id] : [])))
  const isCellByName = (column: Column) => column.matrix !== undefined && (ids ?? []).includes(column.id)
  return {
    main: [...wanted].filter((column) => (column.matrix ? isCellByName(column) : !column.table)),
    lists: listsOf([...wanted].filter((column) => !isCellByName(column) || whole.has(idOf(column.matrix?.path ?? [])))),
    unknown: (ids ?? [])
      .filter((id) => named(id).length === 0)
      .map((id) => ({ id, suggestion: nearest(id, [...all.map((column) => column.id), ...blocks.keys()]) })),
  }
}

const listsOf = (columns: readonly Column[]): ColumnChoice['lists'] => {
  const byHolder = Map.groupBy(columns, ({ table, matrix }) => table ?? matrix)
  return [...byHolder].flatMap(([holder, held]): ColumnChoice['lists'] => {
    if (!holder) return []
    return holder.block === 'table' ? [{ table: holder, columns: held }] : [{ matrix: holder }]
  })
}
