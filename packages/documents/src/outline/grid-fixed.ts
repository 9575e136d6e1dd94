import type { DraftNode } from './draft.ts'
import { type Column, textAt } from './grid-columns.ts'
import { isNumeric, type TableParts } from './grid-matrix.ts'
import type { Lattice } from './grid-shape.ts'
import { isBlankText } from './marks.ts'

/** A table whose rows are printed beforehand. */
export const fixedFrom = ({ title, columns, nodes, rows, evidence }: TableParts): DraftNode => {
  const texts = columns.map(({ at }) => rows.map((row) => textAt(row, at)).filter((text) => !isBlankText(text)))
  const isMeasured = columns.some((column, i) => /^(?:计量)?单位$/.test(column.title) && (texts[i] ?? []).length > 0)
  const children = nodes.map((node, i) => ({
    ...node,
    keywords: printedKind(texts[i] ?? [], node) ?? (isMeasured ? measured(node) : node.keywords),
  }))
  const presets = rows.map((row) =>
    Object.fromEntries(
      columns.flatMap(({ at }, i) => {
        const text = textAt(row, at).replace(/\s+/g, ' ').slice(0, 200)
        const child = children[i]
        const isNumber = child !== undefined && isNumeric(child)
        return isBlankText(text) ? [] : [[nodes[i]?.title ?? '', isNumber ? Number(text) : text]]
      }),
    ),
  )
  const merge = mergedIn(rows, columns, children)
  return {
    title,
    keywords: { 'x-kind': 'table' },
    children,
    fixedRows: presets,
    ...(merge.length > 0 && { merge }),
    evidence: { ...evidence, why: '各行已经印好' },
    question: '行是固定的，还是可以增减？现在按固定的。',
  }
}

/** The outer columns that say the same in rows below each other. */
const mergedIn = (rows: Lattice['rows'], columns: readonly Column[], nodes: readonly DraftNode[]) => {
  const found: string[] = []
  for (const [i, { at }] of columns.entries()) {
    const texts = rows.map((row) => textAt(row, at))
    const isMerged = texts.every((text) => !isBlankText(text)) && texts.some((text, row) => text === texts[row - 1])
    const node = nodes[i]
    if (!isMerged || !node || isNumeric(node)) break
    found.push(node.title)
  }
  return found
}

const decimal = /^\d{1,12}(?:\.(\d{1,6}))?$/

/** What is printed beforehand is a number or text, whatever the column's name suggests. */
const printedKind = (texts: readonly string[], node: DraftNode): DraftNode['keywords'] | undefined => {
  if (texts.length === 0) return undefined
  const places = texts.map((text) => decimal.exec(text)?.[1]?.length ?? (decimal.test(text) ? 0 : Number.NaN))
  if (places.some(Number.isNaN)) return { 'x-kind': 'text', maxLength: 200 }
  const most = Math.max(...places)
  return isNumeric(node)
    ? { ...node.keywords, 'x-places': Math.max(most, 2) }
    : { 'x-kind': 'number', 'x-places': most }
}

const figures = /目标|完成|实际|现状|预期|基[期数准]|年度?$|值$|数$/
const wordy = /原因|说明|情况|备注|来源|依据|标准/

/** Beside a unit, what is aimed at or reached is a number. */
const measured = (node: DraftNode): DraftNode['keywords'] => {
  const isFigure = figures.test(node.title) && !wordy.test(node.title)
  return isFigure && ['text', 'year'].includes(node.keywords['x-kind'])
    ? { 'x-kind': 'number', 'x-places': 2 }
    : node.keywords
}
