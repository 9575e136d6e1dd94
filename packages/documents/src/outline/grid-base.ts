import type { DraftNode } from './draft.ts'
import { cellsOfRow, isToFill, type Lattice } from './grid-shape.ts'
import { type SignedPart, signedPart } from './grid-signed.ts'
import { tableFrom } from './grid-table.ts'
import { fieldFrom } from './labelled-blanks.ts'
import { capIn, cleaned, isBlankText, isDate, isLevels, isMonth, isSpan, optionsIn, unitAlone } from './marks.ts'
import type { GridCell } from './outline-block.ts'
import { type DraftSignature, signaturesIn } from './signatures.ts'

export interface BaseTable {
  readonly nodes: readonly DraftNode[]
  readonly signatures: readonly DraftSignature[]
  /** Boxes that are signed or sealed by themselves. */
  readonly parts: readonly SignedPart[]
}

const isBox = ({ text }: GridCell) =>
  isBlankText(text) ||
  optionsIn(text).length > 1 ||
  isDate(text) ||
  isMonth(text) ||
  isSpan(text) ||
  isLevels(text) ||
  unitAlone(text) !== undefined ||
  /^[（(].*[）)]$/s.test(text.trim())

/** Labels beside boxes: each pair is a field; a label beside several rows is a group; a head among them is a table. */
export const baseFrom = (grid: Lattice, unit: string | undefined): BaseTable => {
  const nodes: DraftNode[] = []
  const signatures: DraftSignature[] = []
  const parts: SignedPart[] = []
  for (let at = 0; at < grid.rows.length; ) {
    const rows = spanFrom(grid, at)
    const [first = []] = rows
    const side = sideLabel(rows)
    const inner = side ? withoutFirst(grid, rows) : { ...grid, rows }
    const table = rows.length > 1 || !side ? tableAt(grid, at, side, unit) : undefined
    if (table) {
      nodes.push(table.node)
      at += table.count
      continue
    }
    const found = side ? baseFrom(inner, unit) : fieldsOf(cellsOfRow(first), unit)
    signatures.push(...found.signatures)
    parts.push(...found.parts)
    nodes.push(...(side && found.parts.length === 0 ? grouped(side, found.nodes) : found.nodes))
    at += rows.length
  }
  return { nodes, signatures, parts }
}

/** The rows that a label merged over the left side holds together: one when there is none. */
const spanFrom = ({ rows }: Lattice, at: number): Lattice['rows'] => {
  let end = at + 1
  while (rows[end]?.[0]?.isContinued) end++
  return rows.slice(at, end)
}

const sideLabel = (rows: Lattice['rows']): GridCell | undefined => {
  const cell = rows[0]?.[0]
  return rows.length > 1 && cell && cell.text.trim() !== '' ? cell : undefined
}

const withoutFirst = (grid: Lattice, rows: Lattice['rows']): Lattice => {
  const taken = rows[0]?.[0]?.span ?? 1
  return { ...grid, width: grid.width - taken, rows: rows.map((row) => row.slice(taken)) }
}

/** 法定代表人 beside 姓名 and 电话: a group; its fields by themselves when there is only one. */
const grouped = (side: GridCell, nodes: readonly DraftNode[]): readonly DraftNode[] => {
  const title = cleaned(side.text)
  const [only] = nodes
  if (nodes.length === 0) return [fieldFrom(side.text, '', side.place)]
  if (nodes.length === 1 && only) return [{ ...only, title: `${title}${only.title}`.slice(0, 120) }]
  if (nodes.some((node) => node.keywords['x-kind'] === 'table' || node.keywords['x-kind'] === 'matrix')) return nodes
  const evidence = { place: side.place, text: side.text.trim(), confidence: 'high', why: '左边合并的格子' } as const
  return [{ title, keywords: { 'x-kind': 'group' }, children: nodes, evidence }]
}

/** Three names or more in a row with blank rows below them are a table inside the base table. */
const tableAt = (
  grid: Lattice,
  at: number,
  side: GridCell | undefined,
  unit: string | undefined,
): { readonly node: DraftNode; readonly count: number } | undefined => {
  const taken = side ? (side.span ?? 1) : 0
  const rest = grid.rows.slice(at).map((row) => row.slice(taken))
  const names = cellsOfRow(rest[0] ?? [])
  if (names.length < 3 || names.some((cell) => isBox(cell) || cell.text.length > 20)) return undefined
  const limit = side ? spanFrom(grid, at).length : rest.length
  let end = 1
  while (
    end < limit &&
    cellsOfRow(rest[end] ?? []).length >= 3 &&
    cellsOfRow(rest[end] ?? []).every((cell) => isToFill(cell.text))
  )
    end++
  if (end < 2) return undefined
  const title = cleaned(side?.text ?? '') || '明细'
  const node = tableFrom(
    { ...grid, width: grid.width - taken, rows: rest.slice(0, end) },
    { title, ...(unit && { unit }) },
  )
  return node && { node, count: side ? limit : end }
}

/** One row: label, box, label, box. */
const fieldsOf = (cells: readonly GridCell[], unit: string | undefined): BaseTable => {
  const nodes: DraftNode[] = []
  const signatures: DraftSignature[] = []
  const parts: SignedPart[] = []
  const around = unit ? { unit } : {}
  for (let i = 0; i < cells.length; i++) {
    const [cell, next] = [cells[i], cells[i + 1]]
    if (!cell || cell.isContinued || isBlankText(cell.text)) continue
    const besideIt = next && !next.isContinued ? signedPart(cell, next) : undefined
    const part = besideIt ?? signedPart(cell, undefined)
    if (part) {
      parts.push(part)
      if (besideIt) i++
      continue
    }
    const signed = signaturesIn(`${cell.text}\n${next && signaturesIn(next.text).length > 0 ? next.text : ''}`)
    if (signed.length > 0) {
      signatures.push(...signed)
      const opinion = /^[^\n:：（(]{2,20}意见/.exec(cell.text.trim())?.[0]
      if (opinion) nodes.push(fieldFrom(opinion, '', cell.place))
      if (next && signaturesIn(next.text).length > 0) i++
    } else if (next && isBox(next) && !next.isContinued) {
      nodes.push(fieldFrom(cell.text, next.text, cell.place, around))
      i++
    } else nodes.push(...alone(cell))
  }
  return { nodes, signatures, parts }
}

/** A cell without a box beside it: its own box stands in it, or it is a box with its label above the line. */
const alone = (cell: GridCell): readonly DraftNode[] => {
  const [first = '', ...rest] = cell.text.split('\n')
  const isPrompt = capIn(cell.text) !== undefined || rest.length > 0 || /[:：]\s*[_＿]*$/.test(cell.text)
  if (!isPrompt && cell.text.length > 40) return []
  return [
    fieldFrom(
      first.length > 40 ? first.slice(0, 40) : `${first}${limitOf(cell.text, first)}`,
      rest.join('\n'),
      cell.place,
    ),
  ]
}

const limitOf = (whole: string, first: string) => {
  const cap = capIn(whole)
  return cap !== undefined && capIn(first) === undefined ? `（限${cap}字）` : ''
}
