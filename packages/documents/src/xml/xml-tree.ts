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
/** A table of 2000 rows and 12 columns, which is the most that a template can ask for, has fewer. */
const mostElements = 400_000
const entities = [
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  // Last, for what it makes is no entity: &amp;lt; is &lt;.
  ['amp', '&'],
] as const

const characterOf = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** By their names all at once: one by one, a long text of nothing else would take hundreds of megabytes. */
const named = (text: string): string => {
  if (/&(?!(?:lt|gt|amp|quot|apos);)\w{1,31};/.test(text)) throw unreadable('entities')
  let plain = text
  for (const [name, character] of entities) plain = plain.replaceAll(`&${name};`, character)
  return plain
}

/** Nobody writes that many characters of one text by their numbers. */
const mostNumbered = 50_000

const refuseManyNumbers = (text: string): void => {
  let count = 0
  for (let at = text.indexOf('&#'); at >= 0; at = text.indexOf('&#', at + 2))
    if (++count > mostNumbered) throw tooLarge('elements')
}

const numbered = (text: string): string => {
  refuseManyNumbers(text)
  return text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (_, hex, decimal) => {
    const character = characterOf(hex ? Number.parseInt(hex, 16) : Number(decimal))
    return character === '&' ? '&amp;' : character
  })
}

/** Text between tags, or an attribute's value, as it was meant. */
export const decoded = (text: string): string => {
  if (!text.includes('&')) return text
  return named(text.includes('&#') ? numbered(text) : text)
}

const attributesOf = (tag: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
      name,
      decoded(double ?? single ?? ''),
    ]),
  )

const none: (XmlElement | string)[] = []

/** Attributes are taken apart when they are asked for: of most elements nobody asks. The fewer fields, the more fit. */
class Element implements XmlElement {
  children = none
  to: number
  contentTo: number
  private known: Readonly<Record<string, string>> | undefined = undefined
  readonly name: string
  private readonly xml: string
  readonly from: number
  readonly contentFrom: number

  constructor(name: string, xml: string, from: number, contentFrom: number) {
    this.name = name
    this.xml = xml
    this.from = from
    this.contentFrom = contentFrom
    this.to = contentFrom
    this.contentTo = contentFrom
  }

  get attributes(): Readonly<Record<string, string>> {
    this.known ??= attributesOf(this.xml.slice(this.from + 1 + this.name.length, this.contentFrom))
    return this.known
  }

  add(child: XmlElement | string): void {
    if (this.children === none) this.children = [child]
    else this.children.push(child)
  }
}

/** A tag ends at the first `>` outside quotes. */
const endOfTag = (xml: string, start: number): number => {
  for (let i = start; i < xml.length; i++) {
    const code = xml.charCodeAt(i)
    if (code === 62) return i
    if (code !== 34 && code !== 39) continue
    i = xml.indexOf(code === 34 ? '"' : "'", i + 1)
    if (i < 0) break
  }
  throw unreadable('truncated')
}

const skipTo = (xml: string, mark: string, start: number): number => {
  const end = xml.indexOf(mark, start)
  if (end < 0) throw unreadable('truncated')
  return end + mark.length
}

/**
 * The root element of a part. Document types are refused: with them come entities that grow without end; and so are
 * more elements than there may be.
 */
export const readXml = (xml: string, most = mostElements): XmlElement => {
  const root = new Element('', '', 0, 0)
  const open: Element[] = [root]
  const names = new Map<string, string>()
  let count = 0
  for (let at = 0; at < xml.length; ) {
    const next = xml.indexOf('<', at)
    if (next !== at) open.at(-1)?.add(decoded(xml.slice(at, next < 0 ? xml.length : next)))
    if (next < 0) break
    if (xml.startsWith('<?', next)) at = skipTo(xml, '?>', next)
    else if (xml.startsWith('<!--', next)) at = skipTo(xml, '-->', next)
    else if (xml.startsWith('<!', next)) throw unreadable('entities')
    else at = tag(xml, next, open, names)
    if (open.length > deepest) throw tooLarge('depth')
    if (xml.charCodeAt(next + 1) !== 47 && ++count > Math.min(most, mostElements)) throw tooLarge('elements')
  }
  const found = root.children.find((child) => typeof child !== 'string')
  if (!found || typeof found === 'string' || open.length > 1) throw unreadable('truncated')
  return found
}

/** Space, `/` or `>` ends a name. One text stands for all elements of a name. */
const nameAt = (xml: string, start: number, names: Map<string, string>): string => {
  let end = start
  for (let code = xml.charCodeAt(end); code > 32 && code !== 47 && code !== 62; code = xml.charCodeAt(end)) end++
  const name = xml.slice(start, end)
  const known = names.get(name)
  if (known === undefined) names.set(name, name)
  return known ?? name
}

/** Takes one tag; where the next thing begins. */
const tag = (xml: string, start: number, open: Element[], names: Map<string, string>): number => {
  const end = endOfTag(xml, start)
  if (xml.charCodeAt(start + 1) === 47) {
    const closed = open.pop()
    if (!closed || open.length === 0) throw unreadable('damaged')
    closed.contentTo = start
    closed.to = end + 1
    return end + 1
  }
  const element = new Element(nameAt(xml, start + 1, names), xml, start, end + 1)
  open.at(-1)?.add(element)
  if (xml.charCodeAt(end - 1) !== 47) open.push(element)
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
