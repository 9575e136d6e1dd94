import { elementsOf, type XmlElement } from '../xml/xml-tree.ts'

/** A paragraph or a content control of an office's file, and where it stands in the words of whoever looks for it. */
export interface Stop {
  readonly element: XmlElement
  readonly where: string
}

/** What has been counted up to here, and the cell that encloses it. */
interface Here {
  readonly part: string
  readonly count: { paragraphs: number; tables: number; boxes: number }
  readonly cell?: { readonly table: number; row: number; cell: number }
}

const whereOf = ({ part, cell, count }: Here, ahead: number): string =>
  cell ? `${part}表 ${cell.table} 第 ${cell.row} 行第 ${cell.cell + ahead} 格` : `${part}第 ${count.paragraphs} 段`

const holds = (element: XmlElement, name: string): boolean =>
  elementsOf(element).some((child) => child.name === name || (child.name === 'w:sdtContent' && holds(child, name)))

/** Every paragraph and control in the order of the file; of two drawings of one text box, the first. */
export const walkFile = (root: XmlElement, part = ''): readonly Stop[] => {
  const stops: Stop[] = []
  const walk = (element: XmlElement, here: Here): void => {
    for (const child of elementsOf(element)) {
      if (child.name === 'mc:Fallback') continue
      const below = enter(child, here)
      if (child.name === 'w:p') stops.push({ element: child, where: whereOf(below, 0) })
      // A control around a cell or a paragraph stands before it.
      if (child.name === 'w:sdt') stops.push({ element: child, where: whereOf(below, holds(child, 'w:tc') ? 1 : 0) })
      walk(child, below)
    }
  }
  walk(root, { part, count: { paragraphs: 0, tables: 0, boxes: 0 } })
  return stops
}

/** As reading a book back counts: paragraphs outside tables, then tables, rows and cells. */
const enter = ({ name }: XmlElement, here: Here): Here => {
  const { part, count, cell } = here
  if (name === 'w:tbl') return { part, count, cell: { table: ++count.tables, row: 0, cell: 0 } }
  if (name === 'w:txbxContent')
    return { part: `${part}文本框 ${++count.boxes} `, count: { paragraphs: 0, tables: 0, boxes: 0 } }
  if (name === 'w:p' && !cell) count.paragraphs += 1
  if (cell && name === 'w:tr') [cell.row, cell.cell] = [cell.row + 1, 0]
  if (cell && name === 'w:tc') cell.cell += 1
  return here
}
