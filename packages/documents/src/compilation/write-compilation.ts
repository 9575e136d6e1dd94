import { type Answers, chineseDate, liveLists, numberedAsShown, settle, type Template } from '@policyforms/core'
import { documentParts, reportPages } from '../book/body.ts'
import type { Book } from '../book/book.ts'
import { contentsOf } from '../book/contents.ts'
import { coverPage } from '../book/cover.ts'
import { heading } from '../book/section.ts'
import { afterCover, pagesOf } from '../book/turned-pages.ts'
import { holdsComputed } from '../controls/holds-computed.ts'
import { profileOf } from '../layout/profile.ts'
import { encoded, packed, stored } from '../package/part.ts'
import { zipParts } from '../package/zip-parts.ts'
import { gatherPictures, type Picture, type PictureSource, withPictures } from '../pictures/shelf.ts'
import { begunSections } from '../prints/none.ts'
import { withoutControls } from '../redline/blocks.ts'
import { coreProperties } from '../shell/core-properties.ts'
import { customProperties, originOf } from '../shell/custom-properties.ts'
import { corePart, customPart, documentPart, relationsPart, shellOf } from '../shell/shell.ts'
import { joined, textParagraph, type Xml } from '../xml/paragraph.ts'
import { listOfReports } from './list-of-reports.ts'

/** One submission of a compilation. */
export interface Report {
  readonly title: string
  /** YYYY-MM-DD. */
  readonly submittedOn?: string
  readonly answers: Answers
  /** The version that it was filled in by, if not that of the compilation. */
  readonly template?: Template
  readonly pictures?: PictureSource
}

interface CompilationOptions {
  /** YYYY-MM-DD. */
  readonly today: string
  /** Called after each report. */
  readonly onProgress?: (done: number) => void
}

/** Many submissions in one book: cover, contents, a list of them, and each as a chapter on pages of its own. */
export const writeCompilation = async (
  template: Template,
  reports: readonly Report[],
  { today, onProgress }: CompilationOptions,
): Promise<Uint8Array> => {
  const shell = await shellOf(template)
  const pictures = new Map<string, Picture>()
  const common = { profile: profileOf(template.document), today, setUps: shell, headings: [], files: [] }
  const counted = { drawings: 0, turned: 0 }
  const cover: Book = { ...common, ...counted, ...bare(template) }
  const list = listOfReports(cover, reports)
  const written: Xml[] = []
  for (const [i, report] of reports.entries()) {
    const own = report.template ?? template
    const settled = settle(own, report.answers, { today: report.submittedOn ?? today })
    const held = await gatherPictures(own, settled.answers, report.pictures ?? (() => undefined), pictures.size)
    for (const [id, picture] of held) pictures.set(`${i}/${id}`, picture)
    const book: Book = {
      ...common,
      ...counted,
      template: numberedAsShown(own, settled.hidden),
      lists: liveLists(own, settled.answers),
      ...settled,
      begun: begunSections(own, report.answers),
      pictures: held,
    }
    const title = heading({ number: '', title: report.title, level: 1 }, book, true)
    const from = book.headings.length
    written.push(`${title}${withoutControls(reportPages(book))}`)
    lower(book.headings, from)
    Object.assign(counted, { drawings: book.drawings, turned: book.turned })
    onProgress?.(i + 1)
  }
  const book: Book = { ...cover, ...counted }
  const pages = pagesOf(`${list}${joined(written)}`, book)
  const contents = contentsOf(book, pages.text, 1)
  const foot = textParagraph('CoverFoot', `共 ${reports.length} 份　${chineseDate(today)}`)
  const front = `${coverPage({ marks: [], title: [template.title, '汇　编'], fields: [] }, cover)}${foot}`
  const xml = documentParts(`${front}<w:p><w:pPr>${shell.coverPage}</w:pPr></w:p>`, afterCover([contents], pages, book))
  const relations = pictures.size > 0 ? withPictures(shell.relations, pictures) : shell.relations
  return zipParts([
    ...shell.parts,
    await packed(documentPart, encoded(xml)),
    stored(relationsPart, Buffer.from(relations)),
    stored(customPart, Buffer.from(customProperties(originOf(template, holdsComputed(template, {}), [])))),
    stored(corePart, Buffer.from(coreProperties(`${template.title}汇编`, today))),
    ...[...pictures.values()].map((picture) => picture.part),
  ])
}

const bare = (template: Template) => ({
  template,
  lists: template.lists,
  answers: {},
  hidden: new Set<string>(),
  begun: new Set<string>(),
  pictures: new Map(),
})

/** In the contents, the sections of a report stand below its title. */
const lower = (headings: Book['headings'], from: number): void => {
  for (let i = from; i < headings.length; i++) {
    const one = headings[i]
    if (one) headings[i] = { ...one, level: one.level + 1 }
  }
}
