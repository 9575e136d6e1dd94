import { chineseNumber, fieldKindOf, type Json, type Leaf, property } from '@policyforms/core'
import type { Cell, Look, Scalar, StyleBook } from '../book/book.ts'
import { cellCap } from '../book/row-xml.ts'
import type { Levels, Lists } from '../cells/cell-kind.ts'
import { type LeafPart, partsOf } from './leaves.ts'

/** Where one part of a leaf goes; a text longer than a cell goes on in further slots of the same part. */
export interface Slot extends LeafPart {
  readonly label: string
  /** 0 for the first cell of a text, and for the uppermost level of a tree. */
  readonly continuation: number
  /** One level of a tree. */
  readonly isLevel?: true
}

const chunk = cellCap - 767

/** A text in pieces that fit a cell; no character is cut in two. */
export const piecesOf = (text: string): readonly string[] => {
  const pieces: string[] = []
  for (let at = 0; at < text.length || at === 0; ) {
    const end = Math.min(text.length, at + chunk)
    const isCut = end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1] ?? '')
    const stop = isCut ? end - 1 : end
    pieces.push(text.slice(at, stop))
    at = stop
    if (text.length === 0) break
  }
  return pieces
}

const partValue = ({ part }: LeafPart, value: Json | undefined): Json | undefined =>
  part.key === '' ? value : property(value, part.key)

/** What the part of a value puts into its cell. */
export const scalarOf = (slot: LeafPart, value: Json | undefined, lists: Lists): Scalar | undefined => {
  const own = partValue(slot, value)
  if (own === undefined || own === null) return undefined
  return slot.part.write(own, slot.leaf.field, lists)
}

export const levelsOf = ({ leaf, part }: LeafPart, lists: Lists): Levels | undefined => part.levels?.(leaf.field, lists)

/** The slots that a leaf needs for the values it has. */
export const slotsOf = (leaf: Leaf, values: readonly (Json | undefined)[], lists: Lists): readonly Slot[] =>
  partsOf(leaf).flatMap((one): readonly Slot[] => {
    const levels = levelsOf(one, lists)
    if (levels)
      return Array.from({ length: levels.list.depth }, (_, continuation) => ({
        ...one,
        continuation,
        isLevel: true as const,
        label: `${leaf.field.title}（${chineseNumber(continuation + 1)}级）`,
      }))
    const pieces = values.map((value) => {
      const own = partValue(one, value)
      return typeof own === 'string' && own.length > chunk ? piecesOf(own).length : 1
    })
    const count = pieces.reduce((most, n) => Math.max(most, n), 1)
    const label = one.part.suffix ? `${leaf.field.title}：${one.part.suffix}` : leaf.field.title
    return Array.from({ length: count }, (_, continuation) => ({
      ...one,
      continuation,
      label: continuation === 0 ? label : `${label}（续 ${continuation}）`,
    }))
  })

const levelText = (slot: Slot, value: Json | undefined, lists: Lists): string | undefined => {
  const own = partValue(slot, value)
  return own === undefined || own === null ? undefined : levelsOf(slot, lists)?.write(own)[slot.continuation]
}

/** The label with its mark: * for what must be filled. What goes on from another cell may stay blank. */
export const labelOf = ({ label, leaf, continuation }: Slot): string =>
  leaf.field.required && !leaf.field.compute && continuation === 0 ? `${label} *` : label

/** The cell of a slot: unlocked for people, locked for what is computed. */
export const cellOf = (
  slot: Slot,
  value: Json | undefined,
  lists: Lists,
  styles: StyleBook,
  formula?: string,
  isLocked = false,
): Cell => {
  const look: Look = slot.leaf.field.compute || isLocked ? 'locked' : 'input'
  const style = styles.of(look, slot.part.format(slot.leaf.field), fieldKindOf(slot.leaf.field).align)
  const scalar = scalarOf(slot, value, lists)
  const piece = slot.isLevel
    ? levelText(slot, value, lists)
    : typeof scalar === 'string'
      ? (piecesOf(scalar)[slot.continuation] ?? '')
      : slot.continuation === 0
        ? scalar
        : undefined
  return {
    value: formula !== undefined && piece === undefined ? '' : piece,
    style,
    ...(formula !== undefined && { formula }),
  }
}
