import { diffArrays } from 'diff'
import { joined, type Xml } from '../xml/paragraph.ts'
import { type BlockXml, blocksOf, cellsOf, rowsOf } from './blocks.ts'
import type { Mark } from './change-marks.ts'
import { changedParagraph, wholeParagraph } from './mark-paragraph.ts'

interface Keyed {
  readonly xml: Xml
  readonly key: string
}

interface Pair<T> {
  readonly before?: T
  readonly after?: T
}

/** Both lists in order: what is the same, what became something else, what went and what came. */
const paired = <T extends Keyed>(before: readonly T[], after: readonly T[], isLike: (one: T, other: T) => boolean) => {
  const pairs: Pair<T>[] = []
  let gone: T[] = []
  const flush = () => {
    for (const one of gone) pairs.push({ before: one })
    gone = []
  }
  for (const { value, added, removed } of diffArrays([...before], [...after], {
    comparator: (one, other) => one.key === other.key,
  })) {
    if (removed) gone = [...value]
    else if (added)
      for (const one of value) {
        const at = gone.findIndex((other) => isLike(other, one))
        for (const other of gone.splice(0, Math.max(0, at))) pairs.push({ before: other })
        const [partner] = at < 0 ? [] : gone.splice(0, 1)
        pairs.push({ ...(partner && { before: partner }), after: one })
      }
    else {
      flush()
      for (const one of value) pairs.push({ before: one, after: one })
    }
    if (!removed) flush()
  }
  flush()
  return pairs
}

const styleOf = (xml: Xml) => /<w:pStyle w:val="(\w+)"/.exec(xml)?.[1]
const isSection = (xml: Xml) => xml.includes('<w:sectPr')

const likeBlocks = (one: BlockXml, other: BlockXml): boolean =>
  one.is === other.is &&
  (one.is === 'table' || (styleOf(one.xml) === styleOf(other.xml) && isSection(one.xml) === isSection(other.xml)))

/** Paragraphs and tables of two versions, with every change marked. */
export const markedBlocks = (before: Xml, after: Xml, mark: Mark): Xml =>
  joined(
    paired(blocksOf(before), blocksOf(after), likeBlocks).map(({ before: old, after: now }) => {
      if (!now) return old ? goneBlock(old, mark) : ''
      if (!old) return cameBlock(now, mark)
      if (old.key === now.key) return now.xml
      return now.is === 'table' ? changedTable(old.xml, now.xml, mark) : changedParagraph(old.xml, now.xml, mark)
    }),
  )

const marked = (xml: Xml, kind: 'ins' | 'del', mark: Mark): Xml =>
  xml.replace(/<w:p>.*?<\/w:p>|<w:p\/>/gs, (paragraph) => wholeParagraph(paragraph, kind, mark))

const markedRow = (row: Xml, kind: 'ins' | 'del', mark: Mark): Xml => {
  const own = mark(kind)
  const withOwn = row.includes('<w:trPr>')
    ? row.replace('</w:trPr>', `${own}</w:trPr>`)
    : row.replace('<w:tr>', `<w:tr><w:trPr>${own}</w:trPr>`)
  return marked(withOwn, kind, mark)
}

const markedTable = (table: Xml, kind: 'ins' | 'del', mark: Mark): Xml =>
  table.replace(/<w:tr>.*?<\/w:tr>/gs, (row) => markedRow(row, kind, mark))

/** Where pages end is of the present version: what ended them before is not shown. */
const goneBlock = ({ is, xml }: BlockXml, mark: Mark): Xml => {
  if (is === 'table') return markedTable(xml, 'del', mark)
  return isSection(xml) ? '' : wholeParagraph(xml, 'del', mark)
}

const cameBlock = ({ is, xml }: BlockXml, mark: Mark): Xml => {
  if (is === 'table') return markedTable(xml, 'ins', mark)
  return isSection(xml) ? xml : wholeParagraph(xml, 'ins', mark)
}

const textOf = (xml: Xml) => xml.replace(/<[^>]+>/g, '').trim()

/** The row's number tells nothing of it. */
const isTold = (text: string, i: number) => text !== '' && !(i === 0 && /^\d+$/.test(text))

/** Printed to be filled by hand: in the next version it is not there, or filled. */
const isBlankRow = ({ xml }: Keyed): boolean => !cellsOf(xml).map(textOf).some(isTold)

/**
 * Rows of as many cells are one row that was changed if half of them are the same besides blanks and the row's number,
 * or if all that the earlier one told is told still.
 */
const likeRows = (one: Keyed, other: Keyed): boolean => {
  const [old, now] = [cellsOf(one.xml).map(textOf), cellsOf(other.xml).map(textOf)]
  if (old.length !== now.length) return false
  const told = now.flatMap((text, i) => (isTold(text, i) ? [i] : []))
  const before = old.flatMap((text, i) => (isTold(text, i) ? [i] : []))
  const isKept = before.length > 0 && before.every((i) => old[i] === now[i])
  return now.length < 3 || isKept || told.filter((i) => old[i] === now[i]).length * 2 >= told.length
}

const changedTable = (before: Xml, after: Xml, mark: Mark): Xml => {
  const head = after.slice(0, after.indexOf('<w:tr>'))
  const rows = paired(rowsOf(before), rowsOf(after), likeRows).map(({ before: old, after: now }) => {
    if (!now) return old && !isBlankRow(old) ? markedRow(old.xml, 'del', mark) : ''
    if (!old) return markedRow(now.xml, 'ins', mark)
    return old.key === now.key ? now.xml : changedRow(old.xml, now.xml, mark)
  })
  return `${head}${joined(rows)}</w:tbl>`
}

const cellParts = (cell: Xml) => {
  const start = cell.indexOf('</w:tcPr>') + '</w:tcPr>'.length
  return { head: cell.slice(0, start), inside: cell.slice(start, -'</w:tc>'.length) }
}

const changedRow = (before: Xml, after: Xml, mark: Mark): Xml => {
  const old = cellsOf(before)
  let i = 0
  return after.replace(/<w:tc>.*?<\/w:tc>/gs, (cell) => {
    const { head, inside } = cellParts(cell)
    const earlier = cellParts(old[i] ?? cell).inside
    i += 1
    return `${head}${earlier === inside ? inside : markedBlocks(earlier, inside, mark)}</w:tc>`
  })
}
