import { OutlineRefused } from '../outline/outline-block.ts'
import { unzipParts } from '../outline/unzip-parts.ts'
import { elementsOf, readXml, type XmlElement } from '../outline/xml-tree.ts'

const relationsPart = 'word/_rels/document.xml.rels'
const single = ['document', 'styles', 'numbering', 'settings', 'theme/theme1'] as const
const mostFooters = 40

/** The parts of a Word file that its look is told by. */
export interface WordParts {
  readonly document: XmlElement
  readonly styles?: XmlElement
  readonly numbering?: XmlElement
  readonly settings?: XmlElement
  readonly theme?: XmlElement
  /** The part that a relation of the document leads to, such as a footer. */
  readonly related: (id: string) => XmlElement | undefined
}

const targetsOf = (relations: XmlElement | undefined): ReadonlyMap<string, string> =>
  new Map(
    (relations ? elementsOf(relations) : []).map(({ attributes }) => [
      attributes.Id ?? '',
      `word/${(attributes.Target ?? '').replace(/^\/?word\//, '')}`,
    ]),
  )

/** Throws OutlineRefused, with a sentence, for what is no Word file, or a hostile one. */
export const openWord = (bytes: Uint8Array): WordParts => {
  const names = single.map((name) => `word/${name}.xml`)
  const footers = Array.from({ length: mostFooters }, (_, i) => `word/footer${i + 1}.xml`)
  const files = unzipParts(bytes, [...names, ...footers, relationsPart])
  const part = (name: string) => (files[name] === undefined ? undefined : readXml(files[name]))
  const [document, styles, numbering, settings, theme] = names.map(part)
  if (!document) throw new OutlineRefused('这不是 Word 文件（.docx），里面没有正文。')
  const targets = targetsOf(part(relationsPart))
  return {
    document,
    ...(styles && { styles }),
    ...(numbering && { numbering }),
    ...(settings && { settings }),
    ...(theme && { theme }),
    related: (id) => part(targets.get(id) ?? ''),
  }
}
