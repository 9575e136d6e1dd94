import {
  type Answers,
  type Block,
  type CodeList,
  childrenOf,
  type Field,
  fieldKinds,
  type Json,
  listOf,
  liveLists,
  matrixCells,
  type Pointer,
  placesOf,
  pointerOf,
  type Template,
  valueAt,
  withRowIds,
  withValue,
} from '@policyforms/core'

/** A row as the file has it: its number, which stays when others are deleted, and its id unless it is new. */
export interface NumberedRow {
  readonly number: string
  readonly id?: string
}

/** The rows under the numbers that stand in the file, not under those of where they are now. */
const asNumbered = (list: CodeList, rows: readonly NumberedRow[]): CodeList => ({
  ...list,
  entries: list.entries.map((entry, i) => {
    const { number = '' } = rows[i] ?? {}
    const name = entry.title.slice(entry.aliases?.[0]?.length ?? 0).trim()
    return { ...entry, title: `${number} ${name}`.trim(), aliases: number === '' ? [] : [number] }
  }),
})

/** What names no row is kept as it is, and the checks say so. */
const idsIn = (text: string, field: Field, list: CodeList): Json => {
  const lists = { [field.list ?? '']: list }
  const read = (one: string): Json => {
    const found = fieldKinds.reference.parse(one, field, lists)
    return 'value' in found ? found.value : one
  }
  if (field.kind === 'reference') return read(text)
  const found = fieldKinds.references.parse(text, field, lists)
  if ('value' in found) return found.value
  return text
    .split(/[、;；\n]/)
    .flatMap((piece) => piece.trim() || [])
    .map(read)
}

const referring = (block: Block): readonly Field[] => {
  if (block.block === 'matrix') return block.cell.refers ? matrixCells(block).map(({ field }) => field) : []
  return block.block === 'field'
    ? block.refers && !block.compute
      ? [block]
      : []
    : childrenOf(block).flatMap(referring)
}

/** The answers with an id for each row, and the texts of references replaced by the ids of the rows that they name. */
export const withRowsNamed = (
  template: Template,
  answers: Answers,
  rows: ReadonlyMap<Pointer, readonly NumberedRow[]>,
): Answers => {
  const named = withRowIds(template, answers)
  const lists = liveLists(template, named)
  return template.sections.flatMap(referring).reduce<Answers>(
    (all, field) =>
      placesOf(named, field.path).reduce<Answers>((so, place) => {
        const text = valueAt(named, place)
        if (typeof text !== 'string') return so
        const list = asNumbered(listOf(field, lists), rows.get(pointerOf(field.refers?.table ?? [])) ?? [])
        return withValue(so, place, idsIn(text, field, list)) as Answers // an object stays one
      }, all),
    named,
  )
}
