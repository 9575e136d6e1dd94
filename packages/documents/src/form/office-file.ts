import { type ArchiveFault, tooLarge } from '@policyforms/core/archive'
import { type WordFile, withWordFile } from '../package/word-file.ts'
import { elementsOf, readXml, type XmlElement } from '../xml/xml-tree.ts'

interface FilledPart {
  readonly name: string
  /** Before a place in words; nothing before those of the text. */
  readonly title: string
}

const titles: ReadonlyMap<string, string> = new Map([
  ['header', '页眉'],
  ['footer', '页脚'],
  ['footnotes', '脚注'],
  ['endnotes', '尾注'],
])

/** The parts of an office's file in which places may stand: text, headers, footers, notes. */
export const filledParts = (file: WordFile): readonly FilledPart[] => [
  { name: file.main, title: '' },
  ...file.relations(file.main).flatMap(({ type, target, isExternal }) => {
    const title = titles.get(type)
    return title && !isExternal && file.archive.has(target) ? [{ name: target, title: `${title} ` }] : []
  }),
]

/** A row is written once for each of a table's rows: a long one would make more than any file may hold. */
const longestRow = 2 ** 20

const refuseLongRows = (element: XmlElement): void => {
  for (const child of elementsOf(element)) {
    if (child.name === 'w:tr' && child.to - child.from > longestRow) throw tooLarge('row')
    refuseLongRows(child)
  }
}

/** A part in which places may stand, as it is checked. */
export const checkedPart = ({ archive }: WordFile, name: string) => {
  const xml = archive.text(name)
  const root = readXml(xml)
  refuseLongRows(root)
  return { xml, root }
}

/**
 * What no office's file needs, and what would do harm wherever it is opened: macros, embedded programs, pages fetched,
 * more places than any form has.
 */
export type Danger = 'document-macros' | 'embedded' | 'fetched-parts' | 'places'

/** A place has four braces; identifiers of drawings have some too. */
const mostBraces = 20_000
const bracesIn = (xml: string): number => xml.match(/[{}]|&#0*(?:12[35]|x0*7[bd]);/gi)?.length ?? 0

const dangerOf = (file: WordFile): Danger | undefined => {
  const { names } = file.archive
  if (names.some((name) => /vbaProject|\.bin$/i.test(name) && !/printerSettings/i.test(name))) return 'document-macros'
  if (names.some((name) => /(^|\/)(embeddings|activeX)\//i.test(name))) return 'embedded'
  const all = names.filter((name) => name.endsWith('.rels')).map((name) => name.replace('_rels/', '').slice(0, -5))
  const isFetched = all.some((part) =>
    file.relations(part).some(({ isExternal, type }) => isExternal && type !== 'hyperlink'),
  )
  if (isFetched) return 'fetched-parts'
  return filledParts(file).some(({ name }) => bracesIn(file.archive.text(name)) > mostBraces) ? 'places' : undefined
}

/** Opens an office's own file; why it is refused, where it is. */
export const withOfficeFile = <T>(
  bytes: Uint8Array,
  use: (file: WordFile) => T,
): { readonly value: T } | { readonly fault: ArchiveFault } | { readonly danger: Danger } => {
  const opened = withWordFile(bytes, (file) => {
    const danger = dangerOf(file)
    return danger === undefined ? { value: use(file) } : { danger }
  })
  return 'fault' in opened ? opened : opened.value
}
