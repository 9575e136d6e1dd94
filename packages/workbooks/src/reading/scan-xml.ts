import { plainText } from '../book/xml.ts'

// A workbook's parts are machine-written and flat: looking for the few elements by name is several times faster than a
// general parser, and nothing is ever expanded. Whoever prefixes element names gets the prefix taken off first.

/** The namespace prefix of a part's elements, told from its beginning. */
export const prefixOf = (start: string): string | undefined =>
  /<([A-Za-z]\w*):(?:worksheet|workbook|sst|styleSheet|Relationships)[\s>]/.exec(start)?.[1]

/** The part without a namespace prefix on its elements. */
export const withoutPrefix = (xml: string): string => {
  const prefix = prefixOf(xml.slice(0, 2000))
  return prefix ? xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</') : xml
}

/** An attribute of a start tag, as it stands. */
export const attribute = (tag: string, name: string): string | undefined => {
  const start = tag.indexOf(` ${name}="`)
  if (start < 0) return undefined
  const from = start + name.length + 3
  const end = tag.indexOf('"', from)
  return end < 0 ? undefined : tag.slice(from, end)
}

/** The start tags of an element, in order. */
export const tagsOf = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?=[\\s/>])[^<>]*>`, 'g'))].map(([tag]) => tag)

/** An element with all that is in it, from the first start tag to the end tag after it; empty where there is none. */
export const elementIn = (xml: string, name: string): string => {
  const start = new RegExp(`<${name}(?=[\\s>])`).exec(xml)?.index ?? -1
  const end = start < 0 ? -1 : xml.indexOf(`</${name}>`, start)
  return end < 0 ? '' : xml.slice(start, end + name.length + 3)
}

/** All that the `<t>` of an item say, phonetic hints left out. */
export const textIn = (xml: string): string => {
  const spoken = xml.includes('<rPh') ? xml.replace(/<rPh\b(?:(?!<rPh\b).)*?<\/rPh>/gs, '') : xml
  let text = ''
  for (let at = spoken.indexOf('<t'); at >= 0; at = spoken.indexOf('<t', at)) {
    const open = spoken.indexOf('>', at)
    if (open < 0) break
    const next = spoken[at + 2]
    at = open + 1
    if ((next !== '>' && next !== ' ') || spoken[open - 1] === '/') continue
    const close = spoken.indexOf('</t>', at)
    if (close < 0) break
    text += plainText(spoken.slice(at, close))
    at = close
  }
  return text
}
