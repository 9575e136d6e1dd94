import { type Archive, type ArchiveFault, unreadable, withArchive } from '@policyforms/core/archive'
import { elementsOf, readXml, type XmlElement } from '../xml/xml-tree.ts'

/** A Word file from outside, opened for reading. Parts are unpacked when they are asked for. */
export interface WordFile {
  readonly archive: Archive
  /** The name of the document part, whatever the package calls it. */
  readonly main: string
  /** The root of a part; undefined where there is none of that name. */
  readonly part: (name: string) => XmlElement | undefined
  readonly relations: (part: string) => readonly Relation[]
  /** The part of a type that the document has, by relation or, where that is missing, by its usual name. */
  readonly related: (type: string, usual?: string) => XmlElement | undefined
}

export interface Relation {
  readonly id: string
  /** The last word of its type, such as `header`. */
  readonly type: string
  /** A part's name, or the address of what is outside. */
  readonly target: string
  readonly isExternal: boolean
}

const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1)

/** Targets are relative to the part, or to the root when they start with a slash. */
const partName = (target: string, folder: string): string =>
  target.startsWith('/') ? target.slice(1) : `${folder}${target}`.replace(/[^/]+\/\.\.\//g, '')

const relationOf = (element: XmlElement, folder: string): Relation => {
  const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = element.attributes
  const isExternal = mode === 'External'
  return {
    id,
    type: type.slice(type.lastIndexOf('/') + 1),
    target: isExternal ? target : partName(target, folder),
    isExternal,
  }
}

/** Elements that a packed part may hold: 2000 rows that are all alike have four for each byte, a book one, a bomb thirty. */
const mostIn = (packed: number): number => 65_000 + 4 * packed

const openWord = (archive: Archive): WordFile => {
  const known = new Map<string, XmlElement>()
  const part = (name: string): XmlElement | undefined => {
    if (!archive.has(name)) return undefined
    const root = known.get(name) ?? readXml(archive.text(name), mostIn(archive.packed(name).bytes.length))
    known.set(name, root)
    return root
  }
  const relations = (name: string): readonly Relation[] => {
    const folder = folderOf(name)
    const root = part(`${folder}_rels/${name.slice(folder.length)}.rels`)
    return root ? elementsOf(root).map((element) => relationOf(element, folder)) : []
  }
  const main = relations('').find(({ type }) => type === 'officeDocument')?.target ?? 'word/document.xml'
  if (part(main)?.name !== 'w:document') throw unreadable('other')
  const related = (type: string, usual = `${folderOf(main)}${type}.xml`) =>
    part(relations(main).find((relation) => relation.type === type)?.target ?? usual)
  return { archive, main, part, relations, related }
}

/** Opens a file and uses it while it is open. A fault of any part of it is a value; nothing is thrown for its sake. */
export const withWordFile = <T>(
  bytes: Uint8Array,
  use: (file: WordFile) => T,
): { readonly value: T } | { readonly fault: ArchiveFault } => withArchive(bytes, (archive) => use(openWord(archive)))
