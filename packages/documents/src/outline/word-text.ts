import { childOf, elementsOf, type XmlElement } from '../xml/xml-tree.ts'

/** What stands in a paragraph without being its text: properties, drawings with their boxes, deleted text, fields. */
const silent = ['w:pPr', 'w:rPr', 'w:drawing', 'w:pict', 'w:object', 'w:del', 'w:instrText', 'mc:Fallback', 'w:sdtPr']
/** Boxes to tick in the fonts of symbols. */
const boxes = ['F0A3', 'F0A8', 'F06F', 'F071', 'F072', 'F052', 'F0FE', 'F02A', 'F030']

const isUnderlined = (run: XmlElement) => {
  const line = childOf(childOf(run, 'w:rPr'), 'w:u')
  return line !== undefined && line.attributes['w:val'] !== 'none'
}

const partText = (element: XmlElement): string => {
  switch (element.name) {
    case 'w:t':
      return element.children.filter((child) => typeof child === 'string').join('')
    case 'w:tab':
      return '\t'
    case 'w:br':
    case 'w:cr':
      return '\n'
    case 'w:sym':
      return boxes.includes((element.attributes['w:char'] ?? '').toUpperCase()) ? '□' : ''
    case 'w:r': {
      const text = inner(element)
      return isUnderlined(element) && text !== '' && text.trim() === '' ? '____' : text
    }
    default:
      return silent.includes(element.name) ? '' : inner(element)
  }
}

const inner = (element: XmlElement): string => elementsOf(element).map(partText).join('')

/** The text of a paragraph. An underlined run of spaces is a blank to fill in. */
export const wordText = (paragraph: XmlElement): string => inner(paragraph)
