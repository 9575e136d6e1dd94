/** The text of a Word document, cut where the blocks of its body begin: paragraphs, tables, content controls. */
export interface SplitBody {
  readonly before: string
  readonly blocks: readonly string[]
  readonly after: string
}

const nameAt = (xml: string, at: number): string | undefined => /^<([\w:]+)/.exec(xml.slice(at, at + 60))?.[1]

/** Where the element that begins here ends. */
const endOf = (xml: string, from: number, name: string): number | undefined => {
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])[^>]*?(/?)>`, 'g')
  tags.lastIndex = from
  let depth = 0
  for (let tag = tags.exec(xml); tag; tag = tags.exec(xml)) {
    if (tag[1]) depth -= 1
    else if (!tag[2]) depth += 1
    if (depth === 0) return tags.lastIndex
  }
  return undefined
}

/** The elements of a stretch of XML, one after the other; undefined where something else stands between them. */
const elementsOf = (xml: string): readonly string[] | undefined => {
  const found: string[] = []
  for (let at = 0; at < xml.length; ) {
    const name = nameAt(xml, at)
    const end = name && endOf(xml, at, name)
    if (!end) return undefined
    found.push(xml.slice(at, end))
    at = end
  }
  return found
}

/** What stands in the first element of this name, with where it begins and ends. */
const insideOf = (xml: string, name: string) => {
  const open = xml.indexOf(`<${name}>`)
  const close = xml.lastIndexOf(`</${name}>`)
  if (open < 0 || close < open) return undefined
  const begin = open + name.length + 2
  return { begin, close, text: xml.slice(begin, close) }
}

/** Undefined for a body that is not written as ours are. */
export const splitBody = (xml: string): SplitBody | undefined => {
  const body = insideOf(xml, 'w:body')
  const blocks = body && elementsOf(body.text)
  return blocks && { before: xml.slice(0, body.begin), blocks, after: xml.slice(body.close) }
}

/** How many elements on the page a block makes: a content control makes those of what it holds. */
export const countOf = (block: string): number => {
  const name = nameAt(block, 0)
  if (name === 'w:p' || name === 'w:tbl' || name === 'w:altChunk') return 1
  const held = name === 'w:sdt' ? insideOf(block, 'w:sdtContent') : undefined
  return (elementsOf(held?.text ?? '') ?? []).reduce((count, inner) => count + countOf(inner), 0)
}
