import { sentence } from '@policyforms/core'
import { documentFault } from '../package/document-fault.ts'
import { type WordFile, withWordFile } from '../package/word-file.ts'
import { childOf, elementsOf, settingOf, type XmlElement } from '../xml/xml-tree.ts'
import { type GridCell, type OutlineBlock, OutlineRefused } from './outline-block.ts'
import { wordLevels } from './word-levels.ts'
import { wordNumbers } from './word-numbers.ts'
import { wordText } from './word-text.ts'

const most = 20_000

/** What wraps paragraphs and tables without being one: content controls, tracked insertions. */
const wrappers = ['w:sdt', 'w:sdtContent', 'w:ins', 'w:smartTag', 'w:customXml']

const flattened = (element: XmlElement): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => (wrappers.includes(child.name) ? flattened(child) : [child]))

/** Reads the body of a .docx. Throws OutlineRefused for what is no Word file, or a hostile one. */
export const readWord = (bytes: Uint8Array): readonly OutlineBlock[] => {
  const opened = withWordFile(bytes, readFile)
  if ('fault' in opened) throw new OutlineRefused(`${sentence(documentFault(opened.fault))}。`)
  return opened.value
}

const readFile = (file: WordFile): readonly OutlineBlock[] => {
  const body = childOf(file.part(file.main), 'w:body')
  if (!body) throw new OutlineRefused('这个 Word 文件里没有正文。')
  const numberOf = wordNumbers(file.related('numbering'))
  const levelOf = wordLevels(file.related('styles'))
  const text = (paragraph: XmlElement) => `${numberOf(childOf(paragraph, 'w:pPr'))}${wordText(paragraph)}`
  const cellText = (cell: XmlElement): string =>
    flattened(cell)
      .flatMap((child) => (child.name === 'w:p' ? [text(child)] : child.name === 'w:tbl' ? [tableText(child)] : []))
      .join('\n')
      .trim()
  const tableText = (table: XmlElement): string =>
    flattened(table)
      .filter(isRow)
      .flatMap((row) => flattened(row).filter(isCell).map(cellText))
      .join('\n')

  const counts = { paragraphs: 0, grids: 0 }
  const children = flattened(body)
  if (children.length > most) throw new OutlineRefused(`这个 Word 文件超过 ${most} 段，没有读取。`)
  return children.flatMap((child): readonly OutlineBlock[] => {
    if (child.name === 'w:p') {
      counts.paragraphs++
      const level = levelOf(childOf(child, 'w:pPr'))
      const place = `第 ${counts.paragraphs} 段`
      return [{ is: 'paragraph', text: text(child).trim(), place, ...(level !== undefined && { level }) }]
    }
    if (child.name !== 'w:tbl') return []
    const place = `表 ${++counts.grids}`
    const rows = flattened(child).filter(isRow)
    return [{ is: 'grid', place, rows: rows.map((row, i) => cellsOf(row, `${place} 第 ${i + 1} 行`, cellText)) }]
  })
}

const isRow = (element: XmlElement) => element.name === 'w:tr'
const isCell = (element: XmlElement) => element.name === 'w:tc'

const cellsOf = (row: XmlElement, place: string, textOf: (cell: XmlElement) => string): readonly GridCell[] => {
  let column = Number(settingOf(row, 'w:trPr', 'w:gridBefore') ?? 0)
  return flattened(row)
    .filter(isCell)
    .map((cell, i) => {
      const properties = childOf(cell, 'w:tcPr')
      const span = Math.min(100, Math.max(1, Number(settingOf(properties, 'w:gridSpan') ?? 1) || 1))
      const merge = childOf(properties, 'w:vMerge')
      const isContinued = merge !== undefined && merge.attributes['w:val'] !== 'restart'
      const read = { text: isContinued ? '' : textOf(cell), column, span, isContinued, place: `${place}第 ${i + 1} 格` }
      column += span
      return read
    })
}
