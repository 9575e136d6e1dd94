import { childOf, elementsOf, type XmlElement } from '../xml/xml-tree.ts'

/** A piece of a paragraph's text: one `w:t`, and where its content stands in the part. */
interface Piece {
  readonly text: string
  /** Where it begins in the paragraph's text. */
  readonly start: number
  readonly element: XmlElement
  readonly run: XmlElement
  readonly isPlain: boolean
}

export interface Cut {
  readonly from: number
  readonly to: number
  /** The `w:t` that it is cut from. */
  readonly element: XmlElement
}

/** `{{name}}` or `{{name=option}}`, whole or split by Word into several runs. */
export interface FormPlace {
  readonly name: string
  readonly option?: string
  readonly paragraph: XmlElement
  /** Of the first run, whose looks the value takes. */
  readonly run: XmlElement
  /** What is to be taken out, in the text of the part. */
  readonly cuts: readonly Cut[]
  /** Nothing else stands in its paragraph, nor hangs on it. */
  readonly isAlone: boolean
  /** It stands in a control that holds plain text only. */
  readonly isPlain: boolean
  /** The text around it, to be quoted. */
  readonly quoted: string
}

/** What a reader of the paragraph does not see as its text: text boxes, and what was deleted with changes tracked. */
const apart: ReadonlySet<string> = new Set(['w:p', 'w:del', 'w:moveFrom', 'mc:AlternateContent'])

const isPlainControl = (element: XmlElement): boolean => childOf(childOf(element, 'w:sdtPr'), 'w:text') !== undefined

const holdsBox = (element: XmlElement): boolean =>
  elementsOf(element).some((child) => child.name === 'w:txbxContent' || holdsBox(child))

const piecesOf = (paragraph: XmlElement): readonly Piece[] => {
  const pieces: Piece[] = []
  let start = 0
  const walk = (element: XmlElement, run: XmlElement | undefined, isPlain: boolean) => {
    for (const child of elementsOf(element)) {
      if (child.name === 'w:t' && run) {
        const text = child.children.filter((one) => typeof one === 'string').join('')
        pieces.push({ text, start, element: child, run, isPlain })
        start += text.length
      } else if (!apart.has(child.name))
        walk(child, child.name === 'w:r' ? child : run, isPlain || isPlainControl(child))
    }
  }
  walk(paragraph, undefined, false)
  return pieces
}

/** Where each character of a decoded text begins in the text as it is written, `&amp;` being one. */
const rawOffsets = (raw: string): ((count: number) => number) => {
  if (!raw.includes('&')) return (count) => count
  const starts: number[] = []
  for (let at = 0; at < raw.length; at = raw[at] === '&' ? raw.indexOf(';', at) + 1 : at + 1) starts.push(at)
  return (count) => starts[count] ?? raw.length
}

/** What of a stretch of the paragraph's text stands in which piece, asked for from left to right. */
const cutter = (xml: string, pieces: readonly Piece[]) => {
  let first = 0
  const offsets = new Map<Piece, (count: number) => number>()
  const offsetsOf = (piece: Piece) => {
    const { contentFrom, contentTo } = piece.element
    const known = offsets.get(piece) ?? rawOffsets(xml.slice(contentFrom, contentTo))
    offsets.set(piece, known)
    return known
  }
  return (from: number, to: number): { readonly piece: Piece | undefined; readonly cuts: readonly Cut[] } => {
    for (let piece = pieces[first]; piece && piece.start + piece.text.length <= from; piece = pieces[first]) first++
    const cuts: Cut[] = []
    for (let at = first, piece = pieces[at]; piece && piece.start < to; piece = pieces[++at]) {
      if (piece.text === '') continue
      const { element, start, text } = piece
      const raw = offsetsOf(piece)
      cuts.push({
        element,
        from: element.contentFrom + raw(Math.max(from, start) - start),
        to: element.contentFrom + raw(Math.min(to, start + text.length) - start),
      })
    }
    return { piece: pieces[first], cuts }
  }
}

const pattern = /\{\{\s*([^{}=]+?)\s*(?:=\s*([^{}]+?)\s*)?\}\}/g

/** The places of one paragraph, text boxes in it aside. */
export const placesIn = (paragraph: XmlElement, xml: string): readonly FormPlace[] => {
  const pieces = piecesOf(paragraph)
  const text = pieces.map((piece) => piece.text).join('')
  const cut = cutter(xml, pieces)
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: name = '', 2: option, index }) => {
    const { piece: first, cuts } = cut(index, index + whole.length)
    if (!first) return []
    const { run, isPlain } = first
    const quoted = text.slice(Math.max(0, index - 12), index + whole.length + 12)
    return [
      {
        name,
        paragraph,
        run,
        cuts,
        isAlone: text.trim() === whole && !holdsBox(paragraph),
        isPlain,
        quoted,
        ...(option !== undefined && { option }),
      },
    ]
  })
}
