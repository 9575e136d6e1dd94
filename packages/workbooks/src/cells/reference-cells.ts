import { type Field, fieldKinds, type Json, listOf } from '@policyforms/core'
import type { Asked, CellKind, CellPart, Lists } from './cell-kind.ts'
import { textOf } from './text-cells.ts'

// A reference stands in its cell as it is printed, IP01 某某专利. Which row that is, is known once every table has been
// read: until then the text is the value (`reading/name-rows.ts`).

const asked: NonNullable<CellPart['asked']> = (field, lists): Asked => ({
  type: 'list',
  options: listOf(field, lists).entries.map(({ title }) => title),
  key: field.list ?? '',
  isOpen: true,
})

/** A cell of very many is easier to read, and to hold, by numbers alone. */
const longest = 2000

const shown = (kind: 'reference' | 'references', value: Json, field: Field, lists: Lists): string => {
  const text = fieldKinds[kind].show(value, field, lists)
  if (text.length <= longest || !Array.isArray(value)) return text
  const numbers = new Map(listOf(field, lists).entries.map(({ code, aliases: [number] = [] }) => [code, number]))
  return value.map((id: Json) => numbers.get(String(id)) ?? fieldKinds.reference.show(id, field, lists)).join('、')
}

const part = (kind: 'reference' | 'references', width: number): CellPart => ({
  key: '',
  suffix: '',
  format: () => '@',
  width: () => width,
  write: (value: Json, field, lists) => shown(kind, value, field, lists),
  read: (cell) => {
    const text = textOf(cell).trim()
    return text === '' ? undefined : { value: text }
  },
  asked,
})

export const referenceCell: CellKind = {
  parts: () => [part('reference', 26)],
  hint: () => '从下拉列表中选择，也可以只写编号',
  adds: false,
}
export const referencesCell: CellKind = {
  parts: () => [part('references', 30)],
  hint: () => '写编号，几项用“、”隔开，如 IP01、IP03；只有一项时可从下拉列表中选择',
  adds: false,
}
