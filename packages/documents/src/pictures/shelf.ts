import { type Answers, filesOf, placesOf, type Template, valueAt } from '@policyforms/core'
import { fieldsOf } from '../book/fields-of.ts'
import { type Part, stored } from '../package/part.ts'
import { type PictureSize, pictureSize } from './picture-size.ts'

/** Gives the bytes of an uploaded picture, or undefined when the store has none. */
export type PictureSource = (id: string) => Promise<Uint8Array | undefined> | Uint8Array | undefined

export interface Picture extends PictureSize {
  readonly relation: string
  readonly part: Part
}

/** The pictures of one book, by the id that the answers give them. */
export type Shelf = ReadonlyMap<string, Picture>

const pictureIds = (template: Template, answers: Answers): ReadonlySet<string> =>
  new Set(
    fieldsOf(template)
      .filter((field) => field.kind === 'picture')
      .flatMap((field) => placesOf(answers, field.path))
      .flatMap((place) => filesOf(valueAt(answers, place)).map((file) => file.id)),
  )

/** `before` counts the pictures that the file has already. */
export const gatherPictures = async (
  template: Template,
  answers: Answers,
  source: PictureSource,
  before = 0,
): Promise<Shelf> => {
  const shelf = new Map<string, Picture>()
  for (const id of pictureIds(template, answers)) {
    const bytes = await source(id)
    const size = bytes && pictureSize(bytes)
    if (!size) continue
    const number = before + shelf.size + 1
    const part = stored(`word/media/picture${number}.${size.ending}`, bytes)
    shelf.set(id, { ...size, relation: `rIdPicture${number}`, part })
  }
  return shelf
}

const imageType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'

/** The document's relations with those to its pictures. */
export const withPictures = (relations: string, shelf: Shelf): string =>
  relations.replace(
    '</Relationships>',
    `${[...shelf.values()]
      .map(
        ({ relation, part }) =>
          `<Relationship Id="${relation}" Type="${imageType}" Target="${part.name.slice('word/'.length)}"/>`,
      )
      .join('')}</Relationships>`,
  )
