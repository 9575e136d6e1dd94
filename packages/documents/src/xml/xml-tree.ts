import { tooLarge, unreadable } from '@policyforms/core/archive'

/** An element of a part that Word wrote, and where it stands in the part's text: names with their prefix. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
  /** From the `<` of its start tag to behind the `>` of its end tag. */
  readonly from: number
  readonly to: number
  /** Behind its start tag, and where its end tag begins; the same place in an empty element. */
  readonly contentFrom: number
  readonly contentTo: number
}

const deepest = 200
/** A book of 10,000 table rows has about half of this. */
const mostElements = 1_000_000
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const characterOf = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** Text between tags, or an attribute's value, as it was meant. */
export const decoded = (text: string): string => {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,31}));/gi, (_, decimal, hex, name) => {
    if (decimal) return characterOf(Number(decimal))
    if (hex) return characterOf(Number.parseInt(hex, 16))
    const known = Object.hasOwn(entities, name) ? entities[name] : undefined
    if (known === undefined) throw unreadable('entities')
    return known
  })
}

const attributesOf = (tag: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
      name,
      decoded(double ?? single ?? ''),
    ]),
  )

/** Attributes are taken apart when they are asked for: of most elements nobody asks. */
class Element implements XmlElement {
  readonly children: (XmlElement | string)[] = []
  to: number
  contentTo: number
  private known: Readonly<Record<string, string>> | undefined
  readonly name: string
  private readonly tag: string
  readonly from: number
  readonly contentFrom: number

  constructor(name: string, tag: string, from: number, contentFrom: number) {
    this.name = name
    this.tag = tag
    this.from = from
    this.contentFrom = contentFrom
    this.to = contentFrom
    this.contentTo = contentFrom
  }

  get attributes(): Readonly<Record<string, string>> {
    this.known ??= attributesOf(this.tag)
    return this.known
  }
}

/** A tag ends at the first `>` outside quotes. */
const endOfTag = (xml: string, start: number): number => {
  const end = xml.indexOf('>', start)
  if (end < 0) throw unreadable('truncated')
  const quote = /["']/.exec(xml.slice(start, end))?.[0]
  if (quote === undefined) return end
  for (let i = start, open = ''; i < xml.length; i++) {
    const character = xml.charAt(i)
    if (open) open = character === open ? '' : open
    else if (character === '"' || character === "'") open = character
    else if (character === '>') return i
  }
  throw unreadable('truncated')
}

const skipTo = (xml: string, mark: string, start: number): number => {
  const end = xml.indexOf(mark, start)
  if (end < 0) throw unreadable('truncated')
  return end + mark.length
}

/** The root element of a part. Document types are refused: with them come entities that grow without end. */
export const readXml = (xml: string): XmlElement => {
  const root = new Element('', '', 0, 0)
  const open: Element[] = [root]
  let count = 0
  for (let at = 0; at < xml.length; ) {
    const next = xml.indexOf('<', at)
    if (next !== at) open.at(-1)?.children.push(decoded(xml.slice(at, next < 0 ? xml.length : next)))
    if (next < 0) break
    if (xml.startsWith('<?', next)) at = skipTo(xml, '?>', next)
    else if (xml.startsWith('<!--', next)) at = skipTo(xml, '-->', next)
    else if (xml.startsWith('<!', next)) throw unreadable('entities')
    else at = tag(xml, next, open)
    if (open.length > deepest) throw tooLarge('depth')
    if (++count > 2 * mostElements) throw tooLarge('elements')
  }
  const found = root.children.find((child) => typeof child !== 'string')
  if (!found || typeof found === 'string' || open.length > 1) throw unreadable('truncated')
  return found
}

/** Takes one tag; where the next thing begins. */
const tag = (xml: string, start: number, open: Element[]): number => {
  const end = endOfTag(xml, start)
  if (xml.charCodeAt(start + 1) === 47) {
    const closed = open.pop()
    if (!closed || open.length === 0) throw unreadable('damaged')
    closed.contentTo = start
    closed.to = end + 1
    return end + 1
  }
  const text = xml.slice(start + 1, end)
  const name = /^[^\s/>]+/.exec(text)?.[0] ?? ''
  const element = new Element(name, text.slice(name.length), start, end + 1)
  open.at(-1)?.children.push(element)
  if (!text.endsWith('/')) open.push(element)
  return end + 1
}

export const elementsOf = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string')

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined => {
  for (const child of element?.children ?? []) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}

/** The value of a property element such as `<w:ilvl w:val="0"/>` below a path of names. */
export const settingOf = (element: XmlElement | undefined, ...path: readonly string[]): string | undefined =>
  path.reduce<XmlElement | undefined>(childOf, element)?.attributes['w:val']
