import {
  isObject,
  type Json,
  listOf,
  type Pointer,
  placesReferring,
  property,
  referringFields,
  rowNumber,
  type Table,
} from '@policyforms/core'
import { useMemo, useState } from 'react'
import { type Filling, useFilling } from '../store/context.ts'
import type { Keys } from '../store/place.ts'
import type { CellAt } from './move.ts'
import { type Pasted, pasteBlock } from './paste.ts'

type Rows = readonly Json[]

export interface Notice {
  readonly words: string
  /** Undoes it, whatever else has been done since; nothing when there is nothing to undo. */
  readonly undo?: () => void
  /** An undo that restores all rows holds only until they change. */
  readonly until?: Rows
}

const rowsOf = (value: Json | undefined): Rows => (Array.isArray(value) ? value : [])

/** Rows that are only displayed become real before they are counted with. */
const padded = (rows: Rows, length: number): Json[] =>
  Array.from({ length: Math.max(rows.length, length) }, (_, i) => rows[i] ?? {})

export type RowActions = ReturnType<typeof rowActions>

/** What keeps a row from being deleted at once: others refer to it. */
interface Hindrance {
  readonly index: number
  readonly row: string
  readonly places: readonly Pointer[]
}

const withoutId = (row: Json): Json => {
  if (!isObject(row)) return row
  const { id: _, ...copy } = row
  return copy
}

/** All that one may do to the rows of a table, each with a notice that undoes it. */
const rowActions = (
  { store, uploads }: Filling,
  table: Table,
  keys: Keys,
  say: (notice: Notice | undefined) => void,
  fewer: () => void,
  ask: (hindrance: Hindrance | undefined) => void,
) => {
  const now = () => rowsOf(store.answerAt(keys))
  const change = (next: (rows: Rows) => Rows) =>
    store.update(keys, (value) => {
      const rows = next(rowsOf(value))
      return rows.length === 0 ? undefined : rows
    })
  const make = (index: number, row: Json) => {
    change((rows) => padded(rows, index).toSpliced(index, 0, row))
    uploads.follow(keys, (at) => (at < index ? at : at + 1))
  }
  const insert = (index: number, row: Json = {}) => {
    make(index, row)
    say(undefined)
  }
  const remove = (index: number) => {
    store.flush()
    const row = now()[index]
    fewer()
    if (row === undefined) return
    change((rows) => rows.toSpliced(index, 1))
    uploads.follow(keys, (at) => (at === index ? undefined : at < index ? at : at - 1))
    say({ words: `已删除第 ${index + 1} 行`, undo: () => make(index, row) })
  }
  /** How a row is called where it is referred to: IP02 某某专利. */
  const calledOf = (id: string): string | undefined => {
    const { lists } = store.state()
    const [field] = referringFields(store.template).filter(
      ({ refers }) => refers?.table.join('/') === table.path.join('/'),
    )
    return field && listOf(field, lists).entries.find(({ code }) => code === id)?.title
  }
  /** The places that refer to a row, and how it is called there. */
  const hindranceAt = (index: number): Hindrance | undefined => {
    const id = property(now()[index], 'id')
    if (!table.rowNumber || typeof id !== 'string') return undefined
    const places = placesReferring(store.template, store.state().settled, table, id)
    return places.length === 0 ? undefined : { index, row: calledOf(id) ?? rowNumber(table.rowNumber, index), places }
  }
  return {
    insert,
    now,
    remove,
    duplicate: (index: number) => {
      store.flush()
      const row = now()[index] ?? {}
      insert(index + 1, table.rowNumber ? withoutId(row) : row)
    },
    /** Deletes a row; first asks if others refer to it. */
    removeIfFree: (index: number) => {
      store.flush()
      const hindrance = hindranceAt(index)
      ask(hindrance)
      if (!hindrance) remove(index)
    },
    move: (from: number, to: number) => {
      change((rows) => {
        const all = padded(rows, Math.max(from, to) + 1)
        const [row = {}] = all.splice(from, 1)
        return all.toSpliced(to, 0, row)
      })
      uploads.follow(keys, (at) => {
        const without = at > from ? at - 1 : at
        return at === from ? to : without < to ? without : without + 1
      })
      say(undefined)
    },
    paste: (block: readonly (readonly string[])[], at: CellAt) => {
      store.flush()
      const before = now()
      const pasted = pasteBlock(before, block, at, table.columns, store.state().lists, table.fixedRows)
      change(() => pasted.rows)
      say({ words: pastedWords(pasted), undo: () => change(() => before), until: now() })
    },
  }
}

export const pastedWords = ({ cells, unread, outside }: Pasted): string =>
  [
    `已粘贴 ${cells} 格`,
    unread > 0 && `其中 ${unread} 格未能识别，已保留原文并标出`,
    outside.length > 0 && `表外的 ${outside.length} 格未写入：${outside.slice(0, 5).join('、')}`,
  ]
    .filter(Boolean)
    .join('；')

export const useRows = (table: Table, keys: Keys) => {
  const filling = useFilling()
  const [notice, setNotice] = useState<Notice>()
  // Rows that are displayed before anything is written into them: nothing is asked of those.
  const [least, setLeast] = useState(Math.max(1, table.minRows))
  const [hindrance, setHindrance] = useState<Hindrance>()
  const actions = useMemo(() => {
    const fewer = () => setLeast((rows) => Math.max(1, table.minRows, rows - 1))
    return rowActions(filling, table, keys, setNotice, fewer, setHindrance)
  }, [filling, table, keys])
  const isLive = notice !== undefined && (notice.until === undefined || notice.until === actions.now())
  const undo = () => {
    if (isLive) notice.undo?.()
    setNotice(undefined)
  }
  const question = hindrance && {
    row: hindrance.row,
    places: hindrance.places,
    onKeep: () => setHindrance(undefined),
    onDelete: () => {
      setHindrance(undefined)
      actions.remove(hindrance.index)
    },
  }
  return { actions, least, setLeast, notice: isLive ? notice : undefined, undo, question }
}
