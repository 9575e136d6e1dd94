import { OutlineRefused } from './outline-block.ts'

/** An element of a part that Word wrote: names with their prefix, text between tags kept as it stands. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

const deepest = 200
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const characterOf = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,31}));/gi, (whole, decimal, hex, name) => {
    if (decimal) return characterOf(Number(decimal))
    if (hex) return characterOf(Number.parseInt(hex, 16))
    const known = entities[name]
    if (known === undefined) throw new OutlineRefused(`这个 Word 文件里定义了实体（${whole}），不安全，没有读取。`)
    return known
  })

const attributesOf = (tag: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
      name,
      decoded(double ?? single ?? ''),
    ]),
  )

/** A tag ends at the first `>` outside quotes. */
const endOfTag = (xml: string, start: number): number => {
  let quote = ''
  for (let i = start; i < xml.length; i++) {
    const character = xml.charAt(i)
    if (quote) quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (character === '>') return i
  }
  throw new OutlineRefused('这个 Word 文件不完整，没有读取。')
}

const skipTo = (xml: string, mark: string, start: number): number => {
  const end = xml.indexOf(mark, start)
  if (end < 0) throw new OutlineRefused('这个 Word 文件不完整，没有读取。')
  return end + mark.length
}

interface Open {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

/** The root element of a part. Document types are refused: with them come entities that grow without end. */
export const readXml = (xml: string): XmlElement => {
  const root: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  for (let at = 0; at < xml.length; ) {
    const inside = open.at(-1) ?? root
    const next = xml.indexOf('<', at)
    if (next !== at) inside.children.push(decoded(xml.slice(at, next < 0 ? xml.length : next)))
    if (next < 0) break
    if (xml.startsWith('<?', next)) at = skipTo(xml, '?>', next)
    else if (xml.startsWith('<!--', next)) at = skipTo(xml, '-->', next)
    else if (xml.startsWith('<!', next)) throw new OutlineRefused('这个 Word 文件里有文档类型声明，不安全，没有读取。')
    else at = tag(xml, next, open)
    if (open.length > deepest) throw new OutlineRefused('这个 Word 文件嵌套过深，没有读取。')
  }
  const found = root.children.find((child) => typeof child !== 'string')
  if (!found || typeof found === 'string' || open.length > 1)
    throw new OutlineRefused('这个 Word 文件不完整，没有读取。')
  return found
}

/** Takes one tag; where the next thing begins. */
const tag = (xml: string, start: number, open: Open[]): number => {
  const end = endOfTag(xml, start)
  const text = xml.slice(start + 1, end)
  if (text.startsWith('/')) {
    if (open.length < 2) throw new OutlineRefused('这个 Word 文件不完整，没有读取。')
    open.pop()
    return end + 1
  }
  const name = /^[^\s/>]+/.exec(text)?.[0] ?? ''
  const element: Open = { name, attributes: attributesOf(text.slice(name.length)), children: [] }
  open.at(-1)?.children.push(element)
  if (!text.endsWith('/')) open.push(element)
  return end + 1
}

export const elementsOf = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string')

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && elementsOf(element).find((child) => child.name === name)

/** The value of a property element such as `<w:ilvl w:val="0"/>` below a path of names. */
export const settingOf = (element: XmlElement | undefined, ...path: readonly string[]): string | undefined =>
  path.reduce<XmlElement | undefined>(childOf, element)?.attributes['w:val']
