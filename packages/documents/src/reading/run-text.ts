import { ticks } from '../xml/control.ts'
import { childOf, elementsOf, type XmlElement } from '../xml/xml-tree.ts'

/** What stands among runs without being text that anybody sees: properties, deleted text, instructions, notes. */
const silent: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:drawing',
  'w:pict',
  'w:object',
  'mc:AlternateContent',
])

/** Boxes in the fonts of symbols. */
const symbols: Readonly<Record<string, string>> = {
  F0FE: ticks.on,
  F0FD: ticks.on,
  F052: ticks.on,
  F053: ticks.on,
  F0FC: ticks.on,
  F0A8: ticks.off,
  F0A3: ticks.off,
  F06F: ticks.off,
  F071: ticks.off,
}

const characters: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
}

/** The text of a run, or of anything in it; undefined of what is neither text nor a control character. */
export const ownText = (element: XmlElement): string | undefined => {
  if (element.name === 'w:t') return element.children.filter((child) => typeof child === 'string').join('')
  if (element.name === 'w:sym') return symbols[(element.attributes['w:char'] ?? '').toUpperCase()] ?? ''
  return characters[element.name]
}

export const isSilent = ({ name }: XmlElement): boolean => silent.has(name)

/** Something is drawn in it that is no text. */
export const holdsDrawing = (element: XmlElement): boolean =>
  elementsOf(element).some((child) => child.name === 'w:drawing' || child.name === 'w:pict' || holdsDrawing(child))

/** What Word asks for where a control is empty, if the file brings no placeholder of its own. */
const prompt = /^(单击|点击|轻触|请?选择一?项|选择一个日期|Click|Choose|Select)/

/** Shows what is no answer: a placeholder of ours, or one of Word's. A program may leave the mark on what was typed. */
export const isPlaceholder = (properties: XmlElement | undefined, text: string): boolean =>
  childOf(properties, 'w:showingPlcHdr') !== undefined &&
  (/^\s*(无|年\s*月\s*日)?\s*$/.test(text) || prompt.test(text.trim()))
