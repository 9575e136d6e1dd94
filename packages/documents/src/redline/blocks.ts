import type { Xml } from '../xml/paragraph.ts'

/** A paragraph or a table as it stands in a body or a cell. */
export interface BlockXml {
  readonly is: 'paragraph' | 'table'
  readonly xml: Xml
  /** What a reader sees of it, and how it is set: blocks with the same key are the same. */
  readonly key: string
}

/** Controls are for reading answers back, which a comparison is not for. */
export const withoutControls = (xml: Xml): Xml =>
  xml.replace(/<w:sdt>(?:<w:sdtPr>.*?<\/w:sdtPr>)?<w:sdtContent>/gs, '').replaceAll('</w:sdtContent></w:sdt>', '')

const plain = (xml: Xml): Xml =>
  xml
    .replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '')
    .replace(/<w:tblGrid>.*?<\/w:tblGrid>|<w:tcW [^>]*\/>|<w:trHeight [^>]*\/>|<w:keepNext\/>/gs, '')

/** Top-level paragraphs and tables, in order. Tables do not lie in each other in what we write. */
export const blocksOf = (xml: Xml): readonly BlockXml[] =>
  [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>|<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([block]) => ({
    is: block.startsWith('<w:tbl>') ? 'table' : 'paragraph',
    xml: block,
    key: plain(block),
  }))

/** A row that only has another number is the same row. */
const unnumbered = (row: Xml): Xml => row.replace(/^(<w:tr>(?:(?!<\/w:tc>).)*?<w:t[^>]*>)\d+(<\/w:t>)/s, '$1$2')

export const rowsOf = (table: Xml): readonly { readonly xml: Xml; readonly key: string }[] =>
  [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => ({ xml: row, key: plain(unnumbered(row)) }))

export const cellsOf = (row: Xml): readonly Xml[] => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell)
