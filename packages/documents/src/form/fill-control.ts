import type { Json, Lists } from '@policyforms/core'
import { shown } from '../book/shown.ts'
import { optionTag, tagOf } from '../controls/tag-of.ts'
import { placeholderText, ticks } from '../xml/control.ts'
import { joined, run, type Xml } from '../xml/paragraph.ts'
import { escaped, linesOf } from '../xml/text.ts'
import { childOf, elementsOf, settingOf, type XmlElement } from '../xml/xml-tree.ts'
import type { FormControl, Owner } from './controls.ts'
import type { Edit } from './edits.ts'
import { codesIn, looking } from './place-content.ts'

const sourceOf = (element: XmlElement | undefined, xml: string) => (element ? xml.slice(element.from, element.to) : '')

const firstBelow = (element: XmlElement, name: string): XmlElement | undefined => {
  for (const child of elementsOf(element)) {
    const found = child.name === name ? child : firstBelow(child, name)
    if (found) return found
  }
  return undefined
}

const isChosen = (value: Json | undefined, option: string | undefined): boolean =>
  codesIn(value).includes(option ?? 'true')

/** The boxes that the control's own states name; in a font of symbols by its number there. */
const tickRun = (box: XmlElement, chosen: boolean, looks: Xml): Xml => {
  const state = childOf(box, chosen ? 'w14:checkedState' : 'w14:uncheckedState')?.attributes ?? {}
  const code = Number.parseInt(state['w14:val'] ?? (chosen ? '2612' : '2610'), 16)
  const font = state['w14:font'] ?? ''
  if (!/^(Wingdings|Webdings|Symbol)/.test(font))
    return `<w:r>${looks}<w:t>${escaped(String.fromCodePoint(code))}</w:t></w:r>`
  const number = (code | 0xf000).toString(16).toUpperCase()
  return `<w:r>${looks}<w:sym w:font="${escaped(font)}" w:char="${number}"/></w:r>`
}

const checkedEdits = (box: XmlElement, chosen: boolean): readonly Edit[] => {
  const state = `<w14:checked w14:val="${chosen ? 1 : 0}"/>`
  const known = childOf(box, 'w14:checked')
  return [
    known
      ? { from: known.from, to: known.to, with: state }
      : { from: box.contentFrom, to: box.contentFrom, with: state },
  ]
}

/** The day that Word's calendar opens at. */
const dayEdits = (date: XmlElement, value: Json | undefined, xml: string): readonly Edit[] => {
  const day = typeof value === 'string' && /^\d{4}-\d\d(-\d\d)?$/.test(value) ? `${value}-01`.slice(0, 10) : undefined
  const start = xml.slice(date.from, date.contentFrom).replace(/ w:fullDate="[^"]*"/, '')
  const dated = day === undefined ? start : start.replace('<w:date', `<w:date w:fullDate="${day}T00:00:00Z"`)
  return [{ from: date.from, to: date.contentFrom, with: dated }]
}

/** What stands before the mark of an empty control, in the order of the standard. */
const beforeMark: ReadonlySet<string> = new Set(
  ['rPr', 'alias', 'tag', 'id', 'lock', 'placeholder', 'temporary'].map((name) => `w:${name}`),
)

/** By its tag a control is read back; an empty one is marked so. Bound to other data, Word would put that in again. */
const propertyEdits = ({ properties }: FormControl, tag: string, isBlank: boolean): readonly Edit[] => {
  const mark = childOf(properties, 'w:showingPlcHdr')
  const removed = ['w:dataBinding', 'w15:dataBinding', 'w:tag'].flatMap((name) => childOf(properties, name) ?? [])
  const put = (after: XmlElement | undefined, xml: Xml): Edit => {
    const at = after ? after.to : properties.contentFrom
    return { from: at, to: at, with: xml }
  }
  return [
    put(childOf(properties, 'w:alias') ?? childOf(properties, 'w:rPr'), `<w:tag w:val="${escaped(tag)}"/>`),
    ...[...removed, ...(mark && !isBlank ? [mark] : [])].map(({ from, to }) => ({ from, to, with: '' })),
    ...(isBlank && !mark
      ? [
          put(
            elementsOf(properties).findLast(({ name }) => beforeMark.has(name)),
            '<w:showingPlcHdr/>',
          ),
        ]
      : []),
  ]
}

/** The looks of what stands in it, or where that is only a prompt, those that the control has for answers. */
const looksIn = ({ properties, content }: FormControl, xml: string): Xml => {
  const given = sourceOf(childOf(properties, 'w:rPr'), xml)
  if (childOf(properties, 'w:showingPlcHdr')) return given
  const first = firstBelow(content, 'w:r')
  return first ? sourceOf(childOf(first, 'w:rPr'), xml) : given
}

/** Around paragraphs, or around runs; an empty one as those beside it stand. */
const blockParents = /^w:(body|tc|hdr|ftr|footnote|endnote|txbxContent)$/
const holdsParagraphs = (content: XmlElement, parent: XmlElement): boolean =>
  elementsOf(content).length === 0 ? blockParents.test(parent.name) : childOf(content, 'w:p') !== undefined

/** New content in the place of the old: in runs, in paragraphs like the first, or in the cell that the control is around. */
const contentEdit = (control: FormControl, parent: XmlElement, lines: readonly Xml[], xml: string): Edit => {
  const { content } = control
  const cell = childOf(content, 'w:tc')
  const around = cell ?? content
  const first = childOf(around, 'w:p')
  const looks = first ? sourceOf(childOf(first, 'w:pPr'), xml) : ''
  const paragraphs = joined(lines.map((line) => `<w:p>${looks}${line}</w:p>`))
  if (cell) return { from: childOf(cell, 'w:tcPr')?.to ?? cell.contentFrom, to: cell.contentTo, with: paragraphs }
  const made = holdsParagraphs(content, parent) ? paragraphs : lines.join('<w:r><w:br/></w:r>')
  return { from: content.from, to: content.to, with: `<w:sdtContent>${made}</w:sdtContent>` }
}

/** The edits that put a value into a control of the office's own, which stays what it is: list, calendar or box to tick. */
export const controlEdits = (
  control: FormControl,
  { named: { field }, option }: Owner,
  value: Json | undefined,
  parent: XmlElement,
  lists: Lists,
  xml: string,
): readonly Edit[] => {
  const { properties } = control
  const looks = looksIn(control, xml)
  const box = childOf(properties, 'w14:checkbox')
  if (box || option !== undefined) {
    const chosen = isChosen(value, option)
    const tick = box ? tickRun(box, chosen, looks) : looking(run(chosen ? ticks.on : ticks.off), looks)
    return [
      ...propertyEdits(control, optionTag(field.path, option ?? 'true'), false),
      ...(box ? checkedEdits(box, chosen) : []),
      contentEdit(control, parent, [tick], xml),
    ]
  }
  const text = shown({ field, value, at: '' }, lists)
  const lines = linesOf(text === '' ? placeholderText : text).filter((line) => line.trim() !== '' || text === '')
  const tag = field.compute ? (settingOf(properties, 'w:tag') ?? tagOf(field.path)) : tagOf(field.path)
  const date = childOf(properties, 'w:date')
  return [
    ...propertyEdits(control, tag, text === ''),
    ...(date ? dayEdits(date, value, xml) : []),
    contentEdit(
      control,
      parent,
      lines.map((line) => looking(run(line), looks)),
      xml,
    ),
  ]
}
