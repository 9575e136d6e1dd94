import { escaped, linesOf } from './text.ts'

/** WordprocessingML, well formed and escaped already. */
export type Xml = string

const piece = (text: string): Xml => `<w:t xml:space="preserve">${escaped(text)}</w:t>`

/** A run of plain text; line ends become breaks, tabs become tabs. It looks as its paragraph's style says. */
export const run = (text: string, characterStyle?: 'Filled'): Xml => {
  const look = characterStyle ? `<w:rPr><w:rStyle w:val="${characterStyle}"/></w:rPr>` : ''
  if (!/[\n\r\t\u2028\u2029]/.test(text)) return `<w:r>${look}${piece(text)}</w:r>`
  const lines = linesOf(text).map((line) => line.split('\t').map(piece).join('<w:tab/>'))
  return `<w:r>${look}${lines.join('<w:br/>')}</w:r>`
}

/** A paragraph of a style; `own` is what it alone says of itself, in the order of the standard. */
export const paragraph = (style: string, content: Xml = '', own: Xml = ''): Xml =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${own}</w:pPr>${content}</w:p>`

export const textParagraph = (style: string, text: string): Xml => paragraph(style, text === '' ? '' : run(text))

/** A paragraph for each line of a text that is not empty; one empty paragraph when there is none. */
export const paragraphs = (style: string, text: string): Xml => {
  const lines = linesOf(text).flatMap((line) => line.trim() || [])
  return lines.length === 0 ? paragraph(style) : lines.map((line) => textParagraph(style, line)).join('')
}

export const pageBreak: Xml = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
