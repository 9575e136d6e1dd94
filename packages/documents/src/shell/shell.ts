import type { Template } from '@policyforms/core'
import { Packer } from 'docx'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import { stylesOf } from '../layout/all-styles.ts'
import { type Profile, profileOf } from '../layout/profile.ts'
import { type Part, packed } from '../package/part.ts'
import { glossary, glossaryPart, withGlossaryRelation, withGlossaryType } from './glossary.ts'
import { makeDocument } from './make-document.ts'

/** What of a template its shell is made from. */
export type Lettered = Pick<Template, 'document'>

/** What all books of one look have in common, compressed once. */
export interface Shell {
  readonly parts: readonly Part[]
  /** The relations of the document part, to which a book adds its pictures. */
  readonly relations: string
  /** Page set-up of the cover and of the pages after it, upright and on their side. */
  readonly coverPage: string
  readonly upright: string
  readonly turned: string
}

/** Written anew for each book. */
export const documentPart = 'word/document.xml'
export const relationsPart = 'word/_rels/document.xml.rels'
export const corePart = 'docProps/core.xml'
export const customPart = 'docProps/custom.xml'
const own: readonly string[] = [documentPart, relationsPart, corePart, customPart]

// docx has no option for these: Chinese punctuation is squeezed, and no box or opening bracket is left at a line's end.
const eastAsian =
  '<w:characterSpacingControl w:val="compressPunctuation"/>' +
  '<w:noLineBreaksAfter w:lang="zh-CN" w:val="$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥□☑"/>'
const withEastAsian = (settings: string) => settings.replace(/(?=<w:updateFields|<w:compat>)/, eastAsian)

/** Adds what docx cannot say to the styles that it wrote. */
const withLooks = (styles: string, profile: Profile): string => {
  const looks = stylesOf(profile)
  return styles.replace(/<w:style [^>]*w:styleId="(\w+)".*?<\/w:style>/gs, (style, id: string) =>
    style.replace(/(?=<w:spacing )/, looks[id]?.beforeSpacing ?? ''),
  )
}

const pageSetUps = (document: string): readonly string[] => document.match(/<w:sectPr\b.*?<\/w:sectPr>/gs) ?? []

const typesPart = '[Content_Types].xml'

const make = async (template: Lettered): Promise<Shell> => {
  const files = unzipSync(await Packer.pack(makeDocument(template), 'uint8array'))
  const textOf = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const [coverPage = '', upright = '', turned = ''] = pageSetUps(textOf(documentPart))
  files['word/settings.xml'] = strToU8(withEastAsian(textOf('word/settings.xml')))
  files['word/styles.xml'] = strToU8(withLooks(textOf('word/styles.xml'), profileOf(template.document)))
  files[glossaryPart] = strToU8(glossary)
  files[typesPart] = strToU8(withGlossaryType(textOf(typesPart)))
  const names = Object.keys(files).filter((name) => !own.includes(name) && !name.endsWith('/'))
  // The list of content types comes first, where readers that stream expect it.
  names.sort((one, other) => Number(other.startsWith('[')) - Number(one.startsWith('[')))
  const parts = await Promise.all(names.map((name) => packed(name, files[name] ?? new Uint8Array())))
  return { parts, relations: withGlossaryRelation(textOf(relationsPart)), coverPage, upright, turned }
}

const kept = 16
const shells = new Map<string, Promise<Shell>>()

/** Templates of one look share it, as do the versions of one that is being changed. */
const keyOf = ({ document }: Lettered): string => JSON.stringify([document.contents, profileOf(document)])

/** The shell of a template, made once while it stays among the last ones used. */
export const shellOf = (template: Lettered): Promise<Shell> => {
  const key = keyOf(template)
  const shell = shells.get(key) ?? make(template)
  shells.delete(key)
  shells.set(key, shell)
  const [oldest] = shells.keys()
  if (shells.size > kept && oldest !== undefined) shells.delete(oldest)
  return shell
}
