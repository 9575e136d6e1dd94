import { type Control, controlled } from './control.ts'
import { escaped, isPlain, linesOf } from './text.ts'

/** WordprocessingML, well formed and escaped already. */
export type Xml = string

/** One after the other. Added up, a text is copied once, when the file is made; `join` would copy it at every level. */
export const joined = (parts: readonly Xml[]): Xml => {
  let made = ''
  for (const part of parts) made += part
  return made
}

const preserved = (text: Xml): Xml => `<w:t xml:space="preserve">${text}</w:t>`
const piece = (text: string): Xml => preserved(escaped(text))

/** A run of plain text; line ends become breaks, tabs become tabs. It looks as its paragraph's style says. */
export const run = (text: string, characterStyle?: 'Filled' | 'Kai'): Xml => {
  const look = characterStyle ? `<w:rPr><w:rStyle w:val="${characterStyle}"/></w:rPr>` : ''
  if (isPlain(text)) return `<w:r>${look}${preserved(text)}</w:r>`
  const lines = linesOf(text).map((line) => line.split('\t').map(piece).join('<w:tab/>'))
  return `<w:r>${look}${lines.join('<w:br/>')}</w:r>`
}

/** A paragraph of a style; `own` is what it alone says of itself, in the order of the standard. */
export const paragraph = (style: string, content: Xml = '', own: Xml = ''): Xml =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${own}</w:pPr>${content}</w:p>`

export const textParagraph = (style: string, text: string, control?: Control): Xml =>
  paragraph(style, controlled(text === '' ? '' : run(text), control))

/** Empty lines are not printed, and are not lost when the file is read back either. */
const unprinted = (lines: string): Xml =>
  lines === ''
    ? ''
    : `<w:r><w:rPr><w:rStyle w:val="Unprinted"/></w:rPr>${lines
        .slice(0, -1)
        .split('\n')
        .map((line) => (line === '' ? '<w:cr/>' : `${piece(line)}<w:cr/>`))
        .join('')}</w:r>`

/** A paragraph for each line of a text that is not empty; one empty paragraph when there is none. */
export const paragraphs = (style: string, text: string, control?: Control): Xml => {
  let made = ''
  let skipped = ''
  for (const line of linesOf(text)) {
    if (line.trim() === '') skipped += `${line}\n`
    else {
      made += paragraph(style, controlled(`${unprinted(skipped)}${run(line)}`, control))
      skipped = ''
    }
  }
  return made === '' ? textParagraph(style, '', control) : made
}

export const pageBreak: Xml = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
