import { type Answers, type FileAnswer, liveLists, numberedAsShown, settle, type Template } from '@policyforms/core'
import { documentXml } from './book/body.ts'
import { holdsComputed } from './controls/holds-computed.ts'
import { profileOf } from './layout/profile.ts'
import { encoded, packed, stored } from './package/part.ts'
import { zipParts } from './package/zip-parts.ts'
import { gatherPictures, type PictureSource, withPictures } from './pictures/shelf.ts'
import { begunSections } from './prints/none.ts'
import { coreProperties } from './shell/core-properties.ts'
import { customProperties, originOf } from './shell/custom-properties.ts'
import { corePart, customPart, documentPart, relationsPart, shellOf } from './shell/shell.ts'

export interface WordOptions {
  /** YYYY-MM-DD: what rules take for today, and the date of the file. */
  readonly today: string
  readonly pictures?: PictureSource
}

/** The Word book of one set of answers. The same input always gives the same bytes. */
export const writeWord = async (template: Template, answers: Answers, options: WordOptions): Promise<Uint8Array> => {
  const { today, pictures: source = () => undefined } = options
  const [shell, settled] = [await shellOf(template), settle(template, answers, { today })]
  const pictures = await gatherPictures(template, settled.answers, source)
  const profile = profileOf(template.document)
  const files: FileAnswer[] = []
  const xml = documentXml(
    {
      template: numberedAsShown(template, settled.hidden),
      lists: liveLists(template, settled.answers),
      profile,
      today,
      setUps: shell,
      ...settled,
      begun: begunSections(template, answers),
      pictures,
      headings: [],
      files,
      drawings: 0,
      turned: 0,
    },
    shell,
  )
  const relations = pictures.size > 0 ? withPictures(shell.relations, pictures) : shell.relations
  return zipParts([
    ...shell.parts,
    await packed(documentPart, encoded(xml)),
    stored(relationsPart, Buffer.from(relations)),
    stored(customPart, Buffer.from(customProperties(originOf(template, holdsComputed(template, answers), files)))),
    stored(corePart, Buffer.from(coreProperties(template.title, today))),
    ...[...pictures.values()].map((picture) => picture.part),
  ])
}
