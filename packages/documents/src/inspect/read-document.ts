import { OutlineRefused } from '../outline/outline-block.ts'
import { wordNumbers } from '../outline/word-numbers.ts'
import { wordText } from '../outline/word-text.ts'
import { childOf, elementsOf, type XmlElement } from '../xml/xml-tree.ts'
import { type Looks, looksOf, type ParagraphLook, type TextLook } from './looks.ts'
import { type PageSetUp, pageSetUp } from './page-set-up.ts'
import type { WordParts } from './parts.ts'

/** A paragraph with all that a check asks of it. */
export interface Paragraph {
  readonly place: string
  /** With the number that Word makes. */
  readonly text: string
  readonly style: string
  readonly look: ParagraphLook
  /** Of most of its Chinese characters; nothing where there are none. */
  readonly type: TextLook
  readonly stands: 'text' | 'table' | 'box'
  /** The page set-up that it is under, from 0. */
  readonly setUp: number
}

export interface WordDocument {
  readonly paragraphs: readonly Paragraph[]
  readonly setUps: readonly PageSetUp[]
}

const wrappers = ['w:sdt', 'w:sdtContent', 'w:ins', 'w:smartTag', 'w:customXml']
const most = 60_000

const flattened = (element: XmlElement): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => (wrappers.includes(child.name) ? flattened(child) : [child]))

/** Elements of a name below one, those inside one another aside. A fallback says the same again. */
const below = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child]
    return child.name === 'mc:Fallback' ? [] : below(child, name)
  })

const chinese = /[\u3400-\u9fff]/g

/** The look of most of its Chinese characters. */
const typeOf = (paragraph: XmlElement, properties: XmlElement | undefined, looks: Looks): TextLook => {
  const counts = new Map<string, { look: TextLook; count: number }>()
  const runs = flattened(paragraph).flatMap((child) => (child.name === 'w:hyperlink' ? flattened(child) : [child]))
  for (const run of runs.filter(({ name }) => name === 'w:r')) {
    const count = wordText(run).match(chinese)?.length ?? 0
    if (count === 0) continue
    const look = looks.text(properties, childOf(run, 'w:rPr'))
    const key = `${look.eastAsia}/${look.size}`
    counts.set(key, { look, count: count + (counts.get(key)?.count ?? 0) })
  }
  const [first] = [...counts.values()].sort((one, other) => other.count - one.count)
  return first?.look ?? {}
}

/** Stands in a frame of its own, apart from the text; a large first letter is part of it. */
const isFramed = (properties: XmlElement | undefined): boolean => {
  const frame = childOf(properties, 'w:framePr')
  return frame !== undefined && frame.attributes['w:dropCap'] === undefined
}

/** All paragraphs in order: of the text, of tables within tables, and of text boxes. */
export const readDocument = (parts: WordParts): WordDocument => {
  const body = childOf(parts.document, 'w:body')
  if (!body) throw new OutlineRefused('这不是 Word 文件（.docx），里面没有正文。')
  const looks = looksOf(parts)
  const numberOf = wordNumbers(parts.numbering)
  const paragraphs: Paragraph[] = []
  const setUps: PageSetUp[] = []
  const counts = { paragraphs: 0, tables: 0 }
  const add = (element: XmlElement, place: string, stands: Paragraph['stands']) => {
    if (paragraphs.length > most) throw new OutlineRefused(`这个 Word 文件超过 ${most} 段，没有读取。`)
    const properties = childOf(element, 'w:pPr')
    paragraphs.push({
      place,
      text: `${numberOf(properties)}${wordText(element)}`,
      style: looks.styleName(properties),
      look: looks.paragraph(properties),
      type: typeOf(element, properties, looks),
      stands: stands === 'text' && isFramed(properties) ? 'box' : stands,
      setUp: setUps.length,
    })
    for (const box of below(element, 'w:txbxContent')) read(box, `${place}的文本框`, 'box')
    const ends = childOf(properties, 'w:sectPr')
    if (ends) setUps.push(pageSetUp(ends, parts))
  }
  const readTable = (table: XmlElement, name: string) => {
    const rows = flattened(table).filter((row) => row.name === 'w:tr')
    for (const [r, row] of rows.entries())
      for (const [c, cell] of flattened(row)
        .filter((one) => one.name === 'w:tc')
        .entries())
        read(cell, `${name} 第 ${r + 1} 行第 ${c + 1} 格`, 'table')
  }
  const read = (inside: XmlElement, place: string, stands: Paragraph['stands']) => {
    for (const child of flattened(inside)) {
      if (child.name === 'w:p') add(child, place || `第 ${++counts.paragraphs} 段`, stands)
      else if (child.name === 'w:tbl') readTable(child, `表 ${++counts.tables}`)
    }
  }
  read(body, '', 'text')
  const last = childOf(body, 'w:sectPr')
  if (last) setUps.push(pageSetUp(last, parts))
  return { paragraphs, setUps }
}
