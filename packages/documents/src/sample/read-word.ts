import { DOMParser, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'

/** What a reader finds in the file: paragraphs and tables in order, without looks. */
export interface ReadParagraph {
  readonly style: string
  readonly text: string
}
export interface ReadTable {
  readonly rows: readonly (readonly string[])[]
  readonly repeatedHeads: number
  readonly unbroken: number
}
export type ReadBlock = ReadParagraph | ReadTable

const all = (element: Element, name: string): readonly Element[] => [...element.getElementsByTagName(name)]
const childElements = (element: Element): readonly Element[] =>
  // nodeType 1 is an element.
  [...element.childNodes].filter((node): node is Element => node.nodeType === 1)

/** What a control shows that nobody sees. */
const placeholdersIn = (element: Element): ReadonlySet<Element> =>
  new Set(
    all(element, 'w:sdt')
      .filter((control) => all(control, 'w:showingPlcHdr').length > 0)
      .flatMap((control) => all(control, 'w:t'))
      .filter((text) => text.textContent?.trim() === ''),
  )

const textOf = (element: Element): string => {
  const placeholders = placeholdersIn(element)
  return all(element, '*')
    .map((node) => {
      if (node.tagName === 'w:br') return '\n'
      return node.tagName === 'w:t' && !placeholders.has(node) ? node.textContent : ''
    })
    .join('')
}

const cellText = (cell: Element) => all(cell, 'w:p').map(textOf).join('\n')

const readTable = (element: Element): ReadTable => ({
  rows: all(element, 'w:tr').map((row) => all(row, 'w:tc').map(cellText)),
  repeatedHeads: all(element, 'w:tblHeader').length,
  unbroken: all(element, 'w:cantSplit').length,
})

const readParagraph = (element: Element): ReadParagraph => ({
  style: all(element, 'w:pStyle')[0]?.getAttribute('w:val') ?? '',
  text: textOf(element),
})

const parse = (xml: string): Element => {
  const root = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(message)
    },
  }).parseFromString(xml, 'text/xml').documentElement
  if (!root) throw new Error('no document')
  return root
}

export const partOf = (file: Uint8Array, name: string): string => {
  const part = unzipSync(file)[name]
  if (!part) throw new Error(`no part ${name}`)
  return strFromU8(part)
}

export const readBlocks = (file: Uint8Array): readonly ReadBlock[] => {
  const body = all(parse(partOf(file, 'word/document.xml')), 'w:body')[0]
  const inControls = (element: Element): readonly Element[] =>
    element.tagName === 'w:sdt' || element.tagName === 'w:sdtContent'
      ? childElements(element).flatMap(inControls)
      : [element]
  return (body ? childElements(body) : [])
    .flatMap(inControls)
    .filter((element) => element.tagName === 'w:p' || element.tagName === 'w:tbl')
    .map((element) => (element.tagName === 'w:p' ? readParagraph(element) : readTable(element)))
}

export const paragraphsOf = (blocks: readonly ReadBlock[]): readonly ReadParagraph[] =>
  blocks.filter((block) => 'style' in block)
export const tablesOf = (blocks: readonly ReadBlock[]): readonly ReadTable[] =>
  blocks.filter((block) => 'rows' in block)
