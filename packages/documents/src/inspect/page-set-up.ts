import { childOf, elementsOf, type XmlElement } from '../xml/xml-tree.ts'
import { looksOf, type TextLook } from './looks.ts'
import type { WordParts } from './parts.ts'

/** A footer as it prints: `#` stands for the page number. */
export interface PrintedFooter {
  readonly text: string
  readonly align: string
  readonly type: TextLook
}

/** Lengths in twentieths of a point, as Word has them. */
export interface PageSetUp {
  readonly width: number
  readonly height: number
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number }
  readonly grid?: { readonly type: string; readonly linePitch: number }
  /** Odd and even pages; the same one where the file does not tell them apart. */
  readonly footers: { readonly odd?: PrintedFooter; readonly even?: PrintedFooter }
}

const isOff = (element: XmlElement | undefined) =>
  element === undefined || ['0', 'false', 'off'].includes(element.attributes['w:val'] ?? '1')

const printedText = (element: XmlElement): string =>
  elementsOf(element)
    .map((child) => {
      if (child.name === 'w:fldSimple') return /\bPAGE\b/.test(child.attributes['w:instr'] ?? '') ? '#' : ''
      if (child.name === 'w:instrText') return /\bPAGE\b/.test(child.children.join('')) ? '#' : ''
      if (child.name === 'w:t') return child.children.filter((text) => typeof text === 'string').join('')
      return child.name === 'mc:Fallback' ? '' : printedText(child)
    })
    .join('')

const paragraphsOf = (element: XmlElement): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => (child.name === 'w:p' ? [child] : paragraphsOf(child)))

const runsOf = (element: XmlElement): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => (child.name === 'w:r' ? [child] : runsOf(child)))

const footerOf = (footer: XmlElement | undefined, parts: WordParts): PrintedFooter | undefined => {
  const looks = looksOf(parts)
  // Where the number was kept from a former page, it stands between the marks of the field as text.
  const printed = (footer ? paragraphsOf(footer) : []).find((one) => printedText(one).includes('#'))
  if (!printed) return undefined
  const properties = childOf(printed, 'w:pPr')
  return {
    text: printedText(printed).replace(/#\d+/, '#').trim(),
    align: looks.paragraph(properties).align ?? 'left',
    type: looks.text(properties, childOf(runsOf(printed)[0], 'w:rPr')),
  }
}

const of = (element: XmlElement | undefined, name: string): number =>
  Math.abs(Number.parseFloat(element?.attributes[`w:${name}`] ?? '')) || 0

/** Of one `w:sectPr`. */
export const pageSetUp = (section: XmlElement, parts: WordParts): PageSetUp => {
  const [size, margins, grid] = ['w:pgSz', 'w:pgMar', 'w:docGrid'].map((name) => childOf(section, name))
  const footer = (type: string) => {
    const reference = elementsOf(section).find(
      ({ name, attributes }) => name === 'w:footerReference' && attributes['w:type'] === type,
    )
    return reference && footerOf(parts.related(reference.attributes['r:id'] ?? ''), parts)
  }
  const odd = footer('default')
  const even = isOff(childOf(parts.settings, 'w:evenAndOddHeaders')) ? odd : footer('even')
  return {
    width: of(size, 'w'),
    height: of(size, 'h'),
    margins: {
      top: of(margins, 'top'),
      right: of(margins, 'right'),
      bottom: of(margins, 'bottom'),
      left: of(margins, 'left') + of(margins, 'gutter'),
    },
    ...(grid && {
      grid: { type: grid.attributes['w:type'] ?? 'default', linePitch: of(grid, 'linePitch') },
    }),
    footers: { ...(odd && { odd }), ...(even && { even }) },
  }
}
