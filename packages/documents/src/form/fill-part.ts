import { isHidden, rowNumber, type Table, valueAt } from '@policyforms/core'
import { rowsToPrint } from '../book/rows-to-print.ts'
import { childOf, elementsOf, readXml, type XmlElement } from '../xml/xml-tree.ts'
import { type Edit, edited } from './edits.ts'
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

export const paragraphsIn = (element: XmlElement): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) =>
    child.name === 'w:p' ? [child, ...paragraphsIn(child)] : child.name === 'mc:Fallback' ? [] : paragraphsIn(child),
  )

export const placesBelow = (element: XmlElement, xml: string): readonly FormPlace[] =>
  paragraphsIn(element).flatMap((paragraph) => placesIn(paragraph, xml))

const sourceOf = (element: XmlElement | undefined, xml: string) => (element ? xml.slice(element.from, element.to) : '')

/** A part of an office's file with every place filled; all else stays as it is. */
export const fillPart = (xml: string, filling: Filling): string => {
  const edits: Edit[] = []
  fillBlocks(readXml(xml), xml, filling, edits)
  return edited(xml, edits)
}

const isGone = ({ name }: FormPlace, { byName, hidden, index }: Filling): boolean => {
  const named = byName.get(name)
  if (!named) return false
  const at = named.table ? [...named.table.path, index ?? 0, named.field.key] : named.field.path
  return isHidden(hidden, at)
}

const fillBlocks = (element: XmlElement, xml: string, filling: Filling, edits: Edit[]): void => {
  for (const child of elementsOf(element)) {
    if (child.name === 'w:tr' && fillRow(child, xml, filling, edits)) continue
    if (child.name === 'w:p') fillParagraph(child, element, xml, filling, edits)
    if (child.name !== 'mc:Fallback') fillBlocks(child, xml, filling, edits)
  }
}

/** A row that names columns of a table stands once for each of its rows; one whose every field is hidden goes. */
const fillRow = (row: XmlElement, xml: string, filling: Filling, edits: Edit[]): boolean => {
  const places = placesBelow(row, xml)
  const table = places.flatMap(({ name }) => filling.byName.get(name)?.table ?? [])[0]
  const put = (text: string) => {
    edits.push({ from: row.from, to: row.to, with: text })
    return true
  }
  if (places.length > 0 && places.every((place) => isGone(place, filling))) return put('')
  if (!table || filling.table === table) return false
  const source = xml.slice(row.from, row.to)
  const length = rowsToPrint(table, valueAt(filling.answers, table.path))
  const rows = Array.from({ length }, (_, index) => fillPart(source, { ...filling, table, index }))
  return put(rows.join(''))
}

const fillParagraph = (
  paragraph: XmlElement,
  parent: XmlElement,
  xml: string,
  filling: Filling,
  edits: Edit[],
): void => {
  const places = placesIn(paragraph, xml)
  if (places.length === 0) return
  const isOnly = elementsOf(parent).filter(({ name }) => name === 'w:p').length === 1
  if (places.every((place) => isGone(place, filling)) && !(parent.name === 'w:tc' && isOnly)) {
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
    ? placeRuns(named, place.option, value, filling.lists, looks)
    : `<w:r>${looks}<w:t>${numberIn(filling)}</w:t></w:r>`
  place.cuts.forEach(({ from, to, element }, i) => {
    const kept = '<w:t xml:space="preserve">'
    if (!edits.some((edit) => edit.from === element.from))
      edits.push({ from: element.from, to: element.contentFrom, with: kept })
    edits.push({ from, to, with: i === 0 ? `</w:t></w:r>${content}<w:r>${looks}${kept}` : '' })
  })
}
