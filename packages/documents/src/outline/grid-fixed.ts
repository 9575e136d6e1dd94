import type { DraftNode } from './draft.ts'
import { type Column, textAt } from './grid-columns.ts'
import { isNumeric, summed, type TableParts } from './grid-matrix.ts'
import { isToFill, type Lattice } from './grid-shape.ts'
import { isBlankText, unitAlone } from './marks.ts'

/** A table whose rows are printed beforehand. */
export const fixedFrom = (parts: TableParts): DraftNode => {
  const { title, columns, nodes, rows, groups, boxes, totals, evidence } = parts
  const texts = columns.map(({ at }) => (boxes.has(at) ? [] : printedIn(rows.map((row) => textAt(row, at)))))
  const isMeasured = columns.some((column, i) => /^(?:计量)?单位$/.test(column.title) && (texts[i] ?? []).length > 0)
  const found = nodes.map((node, i) => ({
    ...node,
    keywords: printedKind(texts[i] ?? [], node) ?? (isMeasured ? measured(node) : node.keywords),
  }))
  const bounded = withBounds(found, texts, rows.length)
  const children = groups.length > 0 ? [{ ...groupColumn, evidence }, ...bounded] : bounded
  const presets = rows.map((row, at) =>
    Object.fromEntries([
      ...(groups[at] ? [[groupColumn.title, groups[at]]] : []),
      ...columns.flatMap(({ at }, i) => {
        const text = textAt(row, at).replace(/\s+/g, ' ').slice(0, 200)
        const child = bounded[i]
        const isNumber = child !== undefined && isNumeric(child)
        const isYear = child?.keywords['x-kind'] === 'year'
        return isBlankText(text) || texts[i]?.length === 0
          ? []
          : [[nodes[i]?.title ?? '', isNumber ? Number(text) : isYear ? Number.parseInt(text, 10) : text]]
      }),
    ]),
  )
  const merge = [...(groups.length > 0 ? [groupColumn.title] : []), ...mergedIn(rows, columns, bounded)]
  return {
    title,
    keywords: { 'x-kind': 'table' },
    children,
    fixedRows: presets,
    ...(merge.length > 0 && { merge }),
    ...(totals.length > 0 && { totals: summed(children) }),
    evidence: { ...evidence, why: '各行已经印好' },
    question: '行是固定的，还是可以增减？现在按固定的。',
    answers: [
      { title: '固定的' },
      {
        title: '填写人可以增减',
        keywords: { 'x-printed-rows': Math.min(50, rows.length) },
        without: ['fixedRows', 'merge'],
      },
    ],
  }
}

/** What the rows across a table say becomes its first column. */
const groupColumn = { title: '类别', keywords: { 'x-kind': 'text', maxLength: 60 } } as const

/** What stands in a column beforehand. Nothing but units and blanks is to be filled in. */
const printedIn = (texts: readonly string[]): readonly string[] => {
  const printed = texts.filter((text) => !isToFill(text) || /^\d/.test(text))
  const isUnits = printed.length < texts.length && printed.every((text) => unitAlone(text) !== undefined)
  return isUnits ? [] : printed
}

const isFull = (title: string) => /^(?:分值|满分|满分值|标准分|最高分)$/.test(title)
const isScore = (title: string) => /得分|评分|打分|自评/.test(title)

/** A score is at most what its row can bring. */
const withBounds = (nodes: readonly DraftNode[], texts: readonly (readonly string[])[], rows: number) => {
  const full = nodes.findIndex(
    (node, i) =>
      isFull(node.title) && isNumeric(node) && texts[i]?.length === rows && texts[i].every((text) => Number(text) >= 0),
  )
  const title = nodes[full]?.title
  return title === undefined
    ? nodes
    : nodes.map((node, i) =>
        isScore(node.title) && node.keywords['x-kind'] === 'number' && texts[i]?.length === 0
          ? { ...node, atMost: title }
          : node,
      )
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

// 01 is a code: its nought says something.
const calendarYear = /^(?:19|20)\d\d(?=\s*年度?$)/
const decimal = /^-?(?:0|[1-9]\d{0,11})(?:\.(\d{1,6}))?$/

/** What is printed beforehand is a number or text, whatever the column's name suggests. */
const printedKind = (texts: readonly string[], node: DraftNode): DraftNode['keywords'] | undefined => {
  if (texts.length === 0) return undefined
  if (node.keywords['x-kind'] === 'year' && texts.every((text) => calendarYear.test(text))) return { 'x-kind': 'year' }
  const places = texts.map((text) => decimal.exec(text)?.[1]?.length ?? (decimal.test(text) ? 0 : Number.NaN))
  if (places.some(Number.isNaN)) return { 'x-kind': 'text', maxLength: 200 }
  const most = Math.max(...places)
  return isNumeric(node) ? { ...node.keywords, 'x-places': most } : { 'x-kind': 'number', 'x-places': most }
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
