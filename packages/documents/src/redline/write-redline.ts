import { type Answers, liveLists, numberedAsShown, settle, type Template } from '@policyforms/core'
import { documentXml } from '../book/body.ts'
import type { Book } from '../book/book.ts'
import { holdsComputed } from '../controls/holds-computed.ts'
import { profileOf } from '../layout/profile.ts'
import { encoded, packed, stored } from '../package/part.ts'
import { zipParts } from '../package/zip-parts.ts'
import { gatherPictures, withPictures } from '../pictures/shelf.ts'
import { begunSections } from '../prints/none.ts'
import { coreProperties } from '../shell/core-properties.ts'
import { customProperties, originOf } from '../shell/custom-properties.ts'
import { corePart, customPart, documentPart, relationsPart, shellOf } from '../shell/shell.ts'
import type { WordOptions } from '../write-word.ts'
import { withoutControls } from './blocks.ts'
import { changeMarks } from './change-marks.ts'
import { markedBlocks } from './mark-blocks.ts'

const author = '系统'

/** Pages have other numbers once the changes are in: a comparison has no contents. */
const uncounted = (template: Template): Template => ({
  ...template,
  document: { ...template.document, contents: false },
})

const bodyOf = (xml: string) => {
  const start = xml.indexOf('<w:body>') + '<w:body>'.length
  // What ends the last pages stands after all blocks, by itself.
  const end = xml.lastIndexOf('<w:sectPr')
  return { head: xml.slice(0, start), blocks: xml.slice(start, end), tail: xml.slice(end) }
}

/** Two versions of one submission in one book: what went out and what came in, as changes that Word tracks. */
export const writeRedline = async (
  template: Template,
  before: Answers,
  after: Answers,
  options: WordOptions,
): Promise<Uint8Array> => {
  const { today, pictures: source = () => undefined } = options
  const shell = await shellOf(template)
  const settled = [before, after].map((answers) => settle(template, answers, { today }))
  const pictures = await gatherPictures(template, settled[1]?.answers ?? after, source)
  const written = [before, after].map((answers, i): string => {
    const one = settled[i] ?? settle(template, answers, { today })
    const book: Book = {
      template: uncounted(numberedAsShown(template, one.hidden)),
      lists: liveLists(template, one.answers),
      profile: profileOf(template.document),
      today,
      setUps: shell,
      ...one,
      begun: begunSections(template, answers),
      pictures,
      headings: [],
      files: [],
      drawings: 0,
      turned: 0,
    }
    return withoutControls(documentXml(book, shell))
  })
  const [old, now] = written.map(bodyOf)
  const { head = '', tail = '' } = now ?? {}
  const xml = `${head}${markedBlocks(old?.blocks ?? '', now?.blocks ?? '', changeMarks(author, today))}${tail}`
  const relations = pictures.size > 0 ? withPictures(shell.relations, pictures) : shell.relations
  return zipParts([
    ...shell.parts,
    await packed(documentPart, encoded(xml)),
    stored(relationsPart, Buffer.from(relations)),
    stored(customPart, Buffer.from(customProperties(originOf(template, holdsComputed(template, after), [])))),
    stored(corePart, Buffer.from(coreProperties(`${template.title}修订对照`, today))),
    ...[...pictures.values()].map((picture) => picture.part),
  ])
}
