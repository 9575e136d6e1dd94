import { isHidden, rowNumber, type Table, valueAt } from '@policyforms/core'
import { tooLarge } from '@policyforms/core/archive'
import { rowsToPrint } from '../book/rows-to-print.ts'
import { childOf, elementsOf, readXml, type XmlElement } from '../xml/xml-tree.ts'
import { controlIn, ownerOf } from './controls.ts'
import { type Edit, edited } from './edits.ts'
import { controlEdits } from './fill-control.ts'
import type { NamedField } from './names.ts'
import { placeParagraphs, placeRuns, placeValue, type Scope } from './place-content.ts'
import { type FormPlace, placesIn } from './places.ts'

export interface Filling extends Scope {
  readonly byName: ReadonlyMap<string, NamedField>
  readonly hidden: ReadonlySet<string>
  readonly table?: Table
}

/** `{{序号}}` in a row that is repeated. */
export const rowNumberName = '序号'

const sourceOf = (element: XmlElement | undefined, xml: string) => (element ? xml.slice(element.from, element.to) : '')

/** A part of an office's file with every place filled; all else stays as it is. */
export const fillPart = (xml: string, filling: Filling): string => {
  const edits: Edit[] = []
  fillBlocks(readXml(xml), xml, filling, edits)
  return edited(xml, edits)
}

/** What a place names, if anything. */
type Found = NamedField | undefined

const isGone = (named: Found, { hidden, index }: Filling): boolean => {
  if (!named) return false
  const at = named.table ? [...named.table.path, index ?? 0, named.field.key] : named.field.path
  return isHidden(hidden, at)
}

const isAllGone = (found: readonly Found[], filling: Filling): boolean =>
  found.length > 0 && found.every((named) => isGone(named, filling))

const ownerIn = (element: XmlElement, { byName, lists }: Filling) => {
  const control = controlIn(element)
  const owner = control && ownerOf(control, byName, lists)
  return owner && { control, owner }
}

const nowhere: ReadonlySet<string> = new Set(['mc:Fallback'])
const inTables: ReadonlySet<string> = new Set(['mc:Fallback', 'w:tbl'])
const inBoxes: ReadonlySet<string> = new Set(['mc:Fallback', 'w:txbxContent'])

/** What the places and controls below an element name, some of it left out. */
const foundIn = (
  element: XmlElement,
  without: ReadonlySet<string>,
  xml: string,
  filling: Filling,
): readonly Found[] => [
  ...(element.name === 'w:p' ? placesIn(element, xml).map(({ name }) => filling.byName.get(name)) : []),
  ...elementsOf(element).flatMap((child) => {
    if (without.has(child.name)) return []
    const own = ownerIn(child, filling)
    return own ? [own.owner.named] : foundIn(child, without, xml, filling)
  }),
]

/** Both drawings of a text box are filled: which one is shown depends on the reader. */
const fillBlocks = (element: XmlElement, xml: string, filling: Filling, edits: Edit[]): void => {
  for (const child of elementsOf(element)) {
    if (child.name === 'w:tr' && fillRow(child, xml, filling, edits)) continue
    if (fillControl(child, element, xml, filling, edits)) continue
    if (child.name === 'w:p') fillParagraph(child, element, xml, filling, edits)
    fillBlocks(child, xml, filling, edits)
  }
}

const fillControl = (
  element: XmlElement,
  parent: XmlElement,
  xml: string,
  filling: Filling,
  edits: Edit[],
): boolean => {
  const own = ownerIn(element, filling)
  if (!own) return false
  const { named } = own.owner
  const value = isGone(named, filling) ? undefined : placeValue(named, named.field.path, filling)
  edits.push(...controlEdits(own.control, own.owner, value, parent, filling.lists, xml))
  return true
}

/** A row once more: what a file may hold but once is left to the first. */
const copied = (row: string): string =>
  row
    .replace(/<w:bookmark(?:Start|End)\b[^>]*\/>/g, '')
    .replace(/<w:id w:val="[^"]*"\/>/g, '')
    .replace(/ w14:(?:paraId|textId)="[^"]*"/g, '')

/** No file that unpacks to more is read by anybody. */
const mostRepeated = 64 * 2 ** 20

/** A row that names columns of a table stands once for each of its rows; one whose every field is hidden goes. */
const fillRow = (row: XmlElement, xml: string, filling: Filling, edits: Edit[]): boolean => {
  const put = (text: string) => {
    edits.push({ from: row.from, to: row.to, with: text })
    return true
  }
  if (isAllGone(foundIn(row, nowhere, xml, filling), filling)) return put('')
  const table = foundIn(row, inTables, xml, filling).flatMap((named) => named?.table ?? [])[0]
  if (!table || filling.table === table) return false
  const source = xml.slice(row.from, row.to)
  const length = rowsToPrint(table, valueAt(filling.answers, table.path))
  if (source.length * length > mostRepeated) throw tooLarge('row')
  const again = copied(source)
  const rows = Array.from({ length }, (_, index) =>
    fillPart(index === 0 ? source : again, { ...filling, table, index }),
  )
  return put(rows.join(''))
}

/** A cell has to keep a paragraph. */
const isOnlyIn = (parent: XmlElement): boolean =>
  parent.name === 'w:tc' && elementsOf(parent).filter(({ name }) => name === 'w:p').length === 1

const fillParagraph = (
  paragraph: XmlElement,
  parent: XmlElement,
  xml: string,
  filling: Filling,
  edits: Edit[],
): void => {
  const places = placesIn(paragraph, xml)
  if (isAllGone(foundIn(paragraph, inBoxes, xml, filling), filling) && !isOnlyIn(parent)) {
    edits.push({ from: paragraph.from, to: paragraph.to, with: '' })
    return
  }
  for (const place of places) fillPlace(place, xml, filling, edits)
}

const numberIn = ({ table, index = 0 }: Filling): string =>
  table?.rowNumber ? rowNumber(table.rowNumber, index) : String(index + 1)

const fillPlace = (place: FormPlace, xml: string, filling: Filling, edits: Edit[]): void => {
  const looks = sourceOf(childOf(place.run, 'w:rPr'), xml)
  const named = filling.byName.get(place.name)
  const isNumber = place.name === rowNumberName && filling.table !== undefined
  if (!named && !isNumber) return
  const value = named && placeValue(named, named.field.path, filling)
  if (named && place.isAlone && named.field.kind === 'narrative') {
    const paragraphLooks = sourceOf(childOf(place.paragraph, 'w:pPr'), xml)
    const { from, to } = place.paragraph
    edits.push({ from, to, with: placeParagraphs(named.field, value, filling.lists, paragraphLooks, looks) })
    return
  }
  const content = named
    ? placeRuns(named, place.option, value, filling.lists, looks, place.isPlain)
    : `<w:r>${looks}<w:t>${numberIn(filling)}</w:t></w:r>`
  place.cuts.forEach(({ from, to, element }, i) => {
    const kept = '<w:t xml:space="preserve">'
    if (!edits.some((edit) => edit.from === element.from))
      edits.push({ from: element.from, to: element.contentFrom, with: kept })
    edits.push({ from, to, with: i === 0 ? `</w:t></w:r>${content}<w:r>${looks}${kept}` : '' })
  })
}
