import { type Archive, type ArchiveFault, unreadable, withArchive } from '@policyforms/core/archive'
import { plainText } from '../book/xml.ts'
import { type CellContext, type ScannedRow, scanSheet } from './scan-sheet.ts'
import { attribute, tagsOf, textIn, withoutPrefix } from './scan-xml.ts'

/** A workbook opened for reading: its sheets by name, each scanned when it is asked for. */
export interface OpenWorkbook {
  readonly sheets: ReadonlyMap<string, string>
  readonly rowsOf: (sheet: string) => ReadonlyMap<number, ScannedRow>
}

/** A part as text. A document type is refused: it is where entities would be declared. */
const partText = (archive: Archive, name: string): string => {
  const xml = archive.text(name)
  if (/<!DOCTYPE|<!ENTITY/i.test(xml.slice(0, 4096))) throw unreadable('entities')
  return withoutPrefix(xml)
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
  const formats = /<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? ''
  return new Set(tagsOf(formats, 'xf').flatMap((tag, i) => (shows(attribute(tag, 'numFmtId')) ? [i] : [])))
}

const stringsOf = (xml: string): readonly string[] => {
  const strings: string[] = []
  for (let at = xml.indexOf('<si>'); at >= 0; at = xml.indexOf('<si>', at)) {
    const end = xml.indexOf('</si>', at)
    if (end < 0) break
    strings.push(textIn(xml.slice(at + 4, end)))
    at = end
  }
  return strings
}

/** Reads what cells need at once; throws an ArchiveError where the file is no workbook. */
const openArchive = (archive: Archive): OpenWorkbook => {
  const part = workbookPart(archive)
  const relations = relationsOf(archive, part)
  const related = (type: string) => partText(archive, relations.find((one) => one.type === type)?.target ?? '')
  const context: CellContext = {
    strings: stringsOf(related('sharedStrings').replaceAll('<si/>', '<si></si>')),
    percents: percentFormats(related('styles')),
    since1904: /<workbookPr[^>]* date1904="(1|true)"/.test(partText(archive, part)),
  }
  const sheets = sheetParts(archive)
  return {
    sheets,
    rowsOf: (sheet) => {
      const rows = new Map<number, ScannedRow>()
      scanSheet(partText(archive, sheets.get(sheet) ?? ''), context, (row, cells) => rows.set(row, cells))
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
