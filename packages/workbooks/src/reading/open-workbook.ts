import { type Archive, type ArchiveFault, tooLarge, unreadable, withArchive } from '@policyforms/core/archive'
import { plainText } from '../book/xml.ts'
import type { CellContext } from './cell-value.ts'
import { type Bounds, type ScannedRow, scanSheet } from './scan-sheet.ts'
import { attribute, elementIn, prefixOf, tagsOf, textIn, withoutPrefix } from './scan-xml.ts'

/** Bytes that a part may unpack to, and shared strings that there may be. */
const limits = {
  /** A sheet, or the shared strings. */
  part: 40 * 2 ** 20,
  /** What says how the parts hang together, and the styles. */
  structure: 2 * 2 ** 20,
  strings: 500_000,
}

/** A workbook opened for reading: its sheets by name, each scanned when it is asked for. */
export interface OpenWorkbook {
  readonly sheets: ReadonlyMap<string, string>
  readonly rowsOf: (sheet: string, bounds: Bounds) => ReadonlyMap<number, ScannedRow>
}

/** A part as text. */
const partText = (archive: Archive, name: string, most: number = limits.structure): string => {
  const bytes = partBytes(archive, name, most)
  return withoutPrefix(bytes.toString('utf8').replace(/^\uFEFF/, ''))
}

/** A document type is refused: it is where entities would be declared. */
const partBytes = (archive: Archive, name: string, most: number): Buffer => {
  if (archive.sizeOf(name) > most) throw tooLarge('unpacked')
  const { buffer, byteOffset, byteLength } = archive.bytes(name)
  const bytes = Buffer.from(buffer, byteOffset, byteLength)
  if (/<!DOCTYPE|<!ENTITY/i.test(bytes.toString('latin1', 0, 4096))) throw unreadable('entities')
  return bytes
}

const sheetBytes = (archive: Archive, name: string): Buffer => {
  const bytes = partBytes(archive, name, limits.part)
  if (!prefixOf(bytes.toString('latin1', 0, 2000))) return bytes
  return Buffer.from(withoutPrefix(bytes.toString('utf8')))
}

const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1)

/** Relationship targets are relative to the part, or to the root when they start with a slash. */
export const relationsOf = (
  archive: Archive,
  part: string,
): readonly { readonly id: string; readonly type: string; readonly target: string }[] => {
  const folder = folderOf(part)
  const xml = partText(archive, `${folder}_rels/${part.slice(folder.length)}.rels`)
  return tagsOf(xml, 'Relationship').flatMap((tag) => {
    const [id, type, target] = [attribute(tag, 'Id'), attribute(tag, 'Type'), attribute(tag, 'Target')]
    if (id === undefined || type === undefined || target === undefined) return []
    const path = target.startsWith('/') ? target.slice(1) : `${folder}${target}`.replace(/[^/]+\/\.\.\//g, '')
    return [{ id, type: type.slice(type.lastIndexOf('/') + 1), target: plainText(path) }]
  })
}

/** The part of the workbook itself, whatever the package calls it. */
export const workbookPart = (archive: Archive): string => {
  const named = archive.has('_rels/.rels')
    ? relationsOf(archive, '').find(({ type }) => type === 'officeDocument')?.target
    : undefined
  const part = named ?? 'xl/workbook.xml'
  if (part.endsWith('.bin')) throw unreadable('binary-format')
  if (archive.has('word/document.xml')) throw unreadable('word-format')
  if (archive.names.some((name) => name.endsWith('vbaProject.bin'))) throw unreadable('macros')
  if (!archive.has(part) || !/<workbook[\s>]/.test(partText(archive, part).slice(0, 4096))) throw unreadable('other')
  return part
}

export const sheetParts = (archive: Archive): ReadonlyMap<string, string> => {
  const part = workbookPart(archive)
  const targets = new Map(relationsOf(archive, part).map(({ id, target }) => [id, target]))
  return new Map(
    tagsOf(partText(archive, part), 'sheet').flatMap((tag) => {
      const name = attribute(tag, 'name')
      const target = targets.get(/ \w+:id="([^"]*)"/.exec(tag)?.[1] ?? '')
      return name === undefined || target === undefined ? [] : [[plainText(name), target] as const]
    }),
  )
}

const percentFormats = (styles: string): ReadonlySet<number> => {
  const custom = new Map(
    tagsOf(styles, 'numFmt').map((tag) => [attribute(tag, 'numFmtId'), plainText(attribute(tag, 'formatCode') ?? '')]),
  )
  const shows = (id: string | undefined) =>
    id === '9' || id === '10' || (custom.get(id) ?? '').replace(/"[^"]*"|\\./g, '').includes('%')
  const formats = elementIn(styles, 'cellXfs')
  return new Set(tagsOf(formats, 'xf').flatMap((tag, i) => (shows(attribute(tag, 'numFmtId')) ? [i] : [])))
}

const itemText = (xml: string, from: number, end: number): string => {
  const close = xml.startsWith('<t>', from) ? xml.indexOf('<', from + 3) : -1
  return close === end - 4 && xml.startsWith('</t>', close)
    ? plainText(xml.slice(from + 3, close))
    : textIn(xml.slice(from, end))
}

const stringsOf = (xml: string): readonly string[] => {
  const strings: string[] = []
  for (let at = xml.indexOf('<si'); at >= 0; at = xml.indexOf('<si', at)) {
    if (strings.length >= limits.strings) throw tooLarge('strings')
    const open = xml.indexOf('>', at)
    const isEmpty = xml.charCodeAt(open - 1) === 47
    const end = isEmpty ? open : xml.indexOf('</si>', open)
    if (open < 0 || end < 0) break
    strings.push(isEmpty ? '' : itemText(xml, open + 1, end))
    at = end
  }
  return strings
}

/** Reads what cells need at once; throws an ArchiveError where the file is no workbook. */
const openArchive = (archive: Archive): OpenWorkbook => {
  const part = workbookPart(archive)
  const relations = relationsOf(archive, part)
  const related = (type: string, most?: number) =>
    partText(archive, relations.find((one) => one.type === type)?.target ?? '', most)
  const context: CellContext = {
    strings: stringsOf(related('sharedStrings', limits.part)),
    percents: percentFormats(related('styles')),
    since1904: /<workbookPr[^>]* date1904="(1|true)"/.test(partText(archive, part)),
  }
  const sheets = sheetParts(archive)
  return {
    sheets,
    rowsOf: (sheet, bounds) => {
      const rows = new Map<number, ScannedRow>()
      scanSheet(sheetBytes(archive, sheets.get(sheet) ?? ''), context, bounds, (row, cells) => rows.set(row, cells))
      return rows
    },
  }
}

/** Opens a file from outside and uses it while it is open; a fault of any part of it is a value. */
export const withWorkbook = <T>(
  bytes: Uint8Array,
  use: (workbook: OpenWorkbook) => T,
): { readonly value: T } | { readonly fault: ArchiveFault } =>
  withArchive(bytes, (archive) => use(openArchive(archive)))
