import { sentence } from '@policyforms/core'
import { OutlineRefused } from '../outline/outline-block.ts'
import { documentFault } from '../package/document-fault.ts'
import { type WordFile, withWordFile } from '../package/word-file.ts'
import type { XmlElement } from '../xml/xml-tree.ts'

const mostFooters = 40

/** The parts of a Word file that its look is told by. */
export interface WordParts {
  readonly document: XmlElement
  readonly styles?: XmlElement
  readonly numbering?: XmlElement
  readonly settings?: XmlElement
  readonly theme?: XmlElement
  /** The footer or header that a relation of the document leads to. */
  readonly related: (id: string) => XmlElement | undefined
}

const partsOf = (file: WordFile): WordParts | undefined => {
  const document = file.part(file.main)
  if (!document) return undefined
  const relations = file.relations(file.main)
  const [styles, numbering, settings] = ['styles', 'numbering', 'settings'].map((type) => file.related(type))
  const theme = file.related('theme', 'word/theme/theme1.xml')
  const footers = relations.filter(({ type }) => type === 'footer' || type === 'header').slice(0, mostFooters)
  const related = new Map(footers.map(({ id, target }) => [id, file.part(target)]))
  return {
    document,
    ...(styles && { styles }),
    ...(numbering && { numbering }),
    ...(settings && { settings }),
    ...(theme && { theme }),
    related: (id) => related.get(id),
  }
}

/** Throws OutlineRefused, with a sentence, for what is no Word file, or a hostile one. */
export const openWord = (bytes: Uint8Array): WordParts => {
  const opened = withWordFile(bytes, partsOf)
  if ('fault' in opened) throw new OutlineRefused(`${sentence(documentFault(opened.fault))}。`)
  if (!opened.value) throw new OutlineRefused('这不是 Word 文件（.docx），里面没有正文。')
  return opened.value
}
