import { keysOf, type Pointer, pointerOf } from '@policyforms/core'
import { cellName } from '../book/address.ts'
import { headRow } from '../layout/references.ts'
import type { LeafCells } from './read-leaf.ts'

export interface CellPlace {
  readonly sheet: string
  readonly cell: string
}

/** Where the rows of one table were found. */
export interface TablePlaces {
  readonly sheet: string
  readonly leaves: readonly LeafCells[]
  /** The sheet's row of each row of the table. */
  readonly rows: readonly number[]
}

/** Finds the cell of an answer, filled or not, or of the nearest answer around it. Tables are worked out when asked. */
export const locator = () => {
  const single = new Map<Pointer, CellPlace>()
  const tables = new Map<Pointer, TablePlaces>()

  const addLeaf = (sheet: string, { leaf, parts }: LeafCells): void => {
    for (const { part, cells } of parts) {
      const place = { sheet, cell: cellName(cells[0]?.row ?? 1, cells[0]?.column ?? 1) }
      const at = pointerOf(leaf.path)
      if (part.key !== '') single.set(`${at}/${part.key}`, place)
      if (!single.has(at)) single.set(at, place)
    }
  }

  const inTable = ({ sheet, leaves, rows }: TablePlaces, rest: readonly string[]): CellPlace => {
    const [index, key, part] = rest
    const row = rows[Number(index)]
    const leaf = leaves.find((one) => one.leaf.field.key === key)
    const cells = (leaf?.parts.find((one) => one.part.key === part) ?? leaf?.parts[0])?.cells[0]
    return {
      sheet,
      cell:
        row === undefined
          ? cellName(headRow, leaves[0]?.parts[0]?.cells[0]?.column ?? 1)
          : cellName(row, cells?.column ?? 1),
    }
  }

  const find = (pointer: Pointer): CellPlace | undefined => {
    const keys = keysOf(pointer)
    for (let length = keys.length; length > 0; length--) {
      const at = pointerOf(keys.slice(0, length))
      const table = tables.get(at)
      const place = single.get(at) ?? (table && inTable(table, keys.slice(length)))
      if (place) return place
    }
    return undefined
  }

  return { addLeaf, addTable: (at: Pointer, places: TablePlaces) => void tables.set(at, places), find }
}

export type Locator = ReturnType<typeof locator>
