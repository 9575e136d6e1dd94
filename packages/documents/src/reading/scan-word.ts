import { childOf, elementsOf, settingOf, type XmlElement } from '../xml/xml-tree.ts'
import { holdsDrawing, isPlaceholder, isSilent, ownText } from './run-text.ts'
import type { ReadCell, ReadRow, ReadTable, Scanned, Spot } from './spot.ts'

/** A cell while it is read. */
type Cell = Omit<ReadCell, 'text' | 'spots'> & { text: string; readonly spots: Spot[] }

/** Where the scan is: what encloses it, and what it has counted. */
interface Here {
  readonly found: { readonly spots: Spot[]; readonly tables: ReadTable[] }
  readonly count: { paragraphs: number; tables: number }
  readonly cell?: Cell
  /** Before the place in words: 页眉. */
  readonly part: string
}

/** Around paragraphs, rows or runs without being any: accepted changes, smart tags, other markup. */
const wrappers: ReadonlySet<string> = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:hyperlink',
  'w:fldSimple',
  'w:sdtContent',
])

/** Every content control of a part, and the tables in which they stand. */
export const scanWord = (root: XmlElement, part = ''): Scanned => {
  const found = { spots: [], tables: [] }
  scanBlocks(root.name === 'w:document' ? (childOf(root, 'w:body') ?? root) : root, {
    found,
    count: { paragraphs: 0, tables: 0 },
    part,
  })
  return found
}

const placeOf = ({ part, cell, count }: Here): string => `${part}${cell?.place ?? `第 ${count.paragraphs} 段`}`

/** The paragraph's mark was deleted with changes tracked: it goes on in the next. */
const isJoined = (paragraph: XmlElement): boolean =>
  childOf(childOf(childOf(paragraph, 'w:pPr'), 'w:rPr'), 'w:del') !== undefined

/** Paragraphs and tables one below the other; the text that they hold. */
const scanBlocks = (element: XmlElement, here: Here): string => {
  let text = ''
  let isFirst = true
  let joins = false
  const add = (more: string) => {
    text += isFirst || joins ? more : `\n${more}`
    isFirst = false
  }
  for (const child of elementsOf(element)) {
    if (child.name === 'w:p') {
      if (!here.cell) here.count.paragraphs += 1
      add(scanRuns(child, here))
      joins = isJoined(child)
    } else if (child.name === 'w:tbl') add(scanTable(child, here))
    else if (child.name === 'w:sdt') add(scanControl(child, here, scanBlocks))
    else if (wrappers.has(child.name)) add(scanBlocks(child, here))
  }
  return text
}

const scanRuns = (element: XmlElement, here: Here): string => {
  let text = ''
  for (const child of elementsOf(element)) {
    const own = ownText(child)
    if (own !== undefined) text += own
    else if (child.name === 'w:sdt') text += scanControl(child, here, scanRuns)
    else if (isSilent(child)) scanBoxes(child, here)
    else text += scanRuns(child, here)
  }
  return text
}

/** Text boxes are pages of their own, and their text is none of the paragraph that they hang on. */
const scanBoxes = (element: XmlElement, here: Here): void => {
  for (const child of elementsOf(element)) {
    if (child.name === 'w:txbxContent') {
      const { cell: _, ...outside } = here
      scanBlocks(child, { ...outside, part: `${here.part}文本框 ` })
    } else if (child.name !== 'mc:Fallback') scanBoxes(child, here)
  }
}

const checkedOf = (properties: XmlElement | undefined): boolean | undefined => {
  const box = childOf(properties, 'w14:checkbox')
  if (!box) return undefined
  const value = childOf(box, 'w14:checked')?.attributes['w14:val']
  return value === '1' || value === 'true'
}

const scanControl = (element: XmlElement, here: Here, scan: (content: XmlElement, here: Here) => string): string => {
  const properties = childOf(element, 'w:sdtPr')
  const content = childOf(element, 'w:sdtContent')
  if (!content) return ''
  return addSpot(properties, scan(content, here), content, here)
}

/** Notes a control that has a tag; the text that it holds if that is no placeholder. */
const addSpot = (properties: XmlElement | undefined, held: string, content: XmlElement, here: Here): string => {
  const text = isPlaceholder(properties, held) ? '' : held
  const tag = settingOf(properties, 'w:tag')
  if (tag !== undefined) {
    const checked = checkedOf(properties)
    const spot: Spot = {
      tag,
      text,
      isDrawn: holdsDrawing(content),
      place: placeOf(here),
      ...(checked !== undefined && { checked }),
      ...(here.cell && { cell: here.cell }),
    }
    here.found.spots.push(spot)
    here.cell?.spots.push(spot)
  }
  return text
}

/** A row or cell, and the control that a program may have put around it. */
interface Wrapped {
  readonly element: XmlElement
  readonly control?: XmlElement
}

/** Rows or cells, whatever wraps them. What was deleted with changes tracked is not there. */
const within = (element: XmlElement, name: 'w:tr' | 'w:tc', control?: XmlElement): readonly Wrapped[] =>
  elementsOf(element).flatMap((child): readonly Wrapped[] => {
    if (child.name === name) return isDeleted(child) ? [] : [{ element: child, ...(control && { control }) }]
    if (child.name === 'w:sdt')
      return within(childOf(child, 'w:sdtContent') ?? child, name, childOf(child, 'w:sdtPr') ?? control)
    return wrappers.has(child.name) ? within(child, name, control) : []
  })

const isDeleted = (element: XmlElement): boolean =>
  childOf(childOf(element, 'w:trPr'), 'w:del') !== undefined ||
  childOf(childOf(element, 'w:tcPr'), 'w:cellDel') !== undefined

const scanTable = (element: XmlElement, here: Here): string => {
  const number = ++here.count.tables
  const rows: ReadRow[] = []
  const table: ReadTable = { rows }
  here.found.tables.push(table)
  const texts = within(element, 'w:tr').map((one, i) => {
    const cells: ReadCell[] = []
    const isHead = childOf(childOf(one.element, 'w:trPr'), 'w:tblHeader') !== undefined
    const row: ReadRow = { table, isHead, cells }
    rows.push(row)
    return scanCells(one.element, row, cells, `表 ${number} 第 ${i + 1} 行`, here)
  })
  return texts.join('\n')
}

const countOf = (value: string | undefined, least: number): number =>
  Math.min(100, Math.max(least, Number(value ?? least) || least))

const scanCells = (element: XmlElement, row: ReadRow, cells: ReadCell[], place: string, here: Here): string => {
  let column = countOf(settingOf(element, 'w:trPr', 'w:gridBefore'), 0)
  return within(element, 'w:tc')
    .map(({ element: one, control }, i) => {
      const span = countOf(settingOf(one, 'w:tcPr', 'w:gridSpan'), 1)
      const cell: Cell = { row, column, span, text: '', spots: [], place: `${place}第 ${i + 1} 格` }
      cells.push(cell)
      column += span
      cell.text = scanBlocks(one, { ...here, cell })
      if (control) cell.text = addSpot(control, cell.text, one, { ...here, cell })
      return cell.text
    })
    .join('\n')
}
