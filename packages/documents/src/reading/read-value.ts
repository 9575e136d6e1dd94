import {
  type CodeEntry,
  type Fault,
  type Field,
  type FileAnswer,
  fieldKindOf,
  fieldKinds,
  type Json,
  type Kind,
  type Lists,
  leavesOf,
  listOf,
  noneOf,
} from '@policyforms/core'
import type { ToldFile } from './file-matcher.ts'
import { fileNamesIn } from './file-names.ts'
import type { Held } from './owners.ts'
import type { Spot } from './spot.ts'

/** What stands at one place of a file for one answer. */
export interface Told {
  /** The whole text of the place. */
  readonly text: string
  readonly spots: readonly { readonly spot: Spot; readonly held: Held }[]
}

/** A value, nothing, or what is wrong. */
export type ValueReading = { readonly value?: Json } | { readonly fault: ReadFault }
export type ReadFault = Fault | { readonly code: 'place-unreadable'; readonly params: Fault['params'] }

interface Known {
  readonly lists: Lists
  readonly fileOf: (told: ToldFile) => FileAnswer | undefined
  readonly isFileName: (text: string) => boolean
}

type Read = (told: Told, field: Field, known: Known) => ValueReading

const wrong = (value: string, expected: string): ValueReading => ({
  fault: { code: 'place-unreadable', params: { value: value.slice(0, 60), expected } },
})

/** The text as the kind itself reads what is typed. */
const typed: Read = ({ text }, field, { lists }) =>
  text.trim() === '' ? {} : fieldKindOf(field).parse(text, field, lists)

const isOn = ({ text, checked }: Spot): boolean => {
  if (/[☑☒■✓✔√●]/.test(text)) return true
  return /[□☐○]/.test(text) ? false : (checked ?? false)
}

const escapedForPattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** An option whose control is gone still has its box before its title. */
const isMarked = (text: string, title: string): boolean =>
  new RegExp(`[☑☒■✓✔√●]\\s*${escapedForPattern(title)}`).test(text)

const optionsIn = (told: Told, entries: readonly CodeEntry[]): readonly CodeEntry[] => {
  const boxes = new Map(
    told.spots.flatMap(({ spot, held }) => (held.is === 'option' ? [[held.code, spot] as const] : [])),
  )
  return entries.filter((entry) => {
    const box = boxes.get(entry.code)
    return box ? isOn(box) : isMarked(told.text, entry.title)
  })
}

const otherIn = (told: Told, { code, title }: CodeEntry): string => {
  const own = told.spots.find(({ held }) => held.is === 'other' && held.code === code)
  if (own) return own.spot.text.trim()
  const [, after = ''] = new RegExp(`${escapedForPattern(title)}[：:]([^\\n]*)`).exec(told.text) ?? []
  return after.replace(/^[_\s]+|[_\s]+$/g, '')
}

/** Boxes are ticked, or the option stands as a text. 其他 is chosen, too, by writing its text where nothing is ticked. */
const chosen =
  (shape: (entries: readonly CodeEntry[], other: string) => Json, isSingle: boolean): Read =>
  (told, field, known) => {
    if (!told.spots.some(({ held }) => held.is === 'option')) return typed(told, field, known)
    const entries = leavesOf(listOf(field, known.lists).entries)
    const ticked = optionsIn(told, entries)
    const written = ticked.length > 0 ? [] : entries.filter((entry) => entry.other && otherIn(told, entry) !== '')
    const found = [...ticked, ...written]
    if (isSingle && found.length > 1) return wrong(found.map(({ title }) => title).join('、'), '只选一项')
    const open = found.find((entry) => entry.other)
    return found.length === 0 ? {} : { value: shape(found, open ? otherIn(told, open) : '') }
  }

const codesOf = (entries: readonly CodeEntry[]) => entries.map(({ code }) => code)
const withOther = (value: { readonly [key: string]: Json }, other: string): Json =>
  other === '' ? value : { ...value, other }

const one = chosen(([entry]) => entry?.code ?? '', true)
const oneOpen = chosen(([entry], other) => withOther({ choice: entry?.code ?? '' }, other), true)

const either: Read = (told, field, known) => {
  if (!told.spots.some(({ held }) => held.is === 'option')) return typed(told, field, known)
  const found = optionsIn(told, [
    { code: 'true', title: fieldKinds['yes-no'].show(true) },
    { code: 'false', title: fieldKinds['yes-no'].show(false) },
  ])
  if (found.length > 1) return wrong('是、否', '只选一项')
  return found[0] ? { value: found[0].code === 'true' } : {}
}

/** What is not confirmed is blank. */
const declared: Read = (told, field, known) => {
  const box = told.spots.find(({ held }) => held.is === 'option')
  const read = box ? { value: isOn(box.spot) } : typed(told, field, known)
  return 'value' in read && read.value === false ? {} : read
}

/** An end alone is kept: the other may follow. */
const twoDates: Read = (told, field, known) => {
  const whole = typed(told, field, known)
  if (!('fault' in whole)) return whole
  const ends = told.text.split('至')
  if (ends.length !== 2) return whole
  const { parse } = fieldKinds[field.precision ?? 'month']
  const [from, to] = ends.map((end) => (end.trim() === '' ? undefined : parse(end)))
  if ((from && 'fault' in from) || (to && 'fault' in to)) return whole
  if (!from && !to) return {}
  return { value: { ...(from && { from: from.value }), ...(to && { to: to.value }) } }
}

const uploaded: Read = (told, _, { fileOf, isFileName }) => {
  const spots = told.spots.filter(({ spot, held }) => held.is === 'file' && (spot.text.trim() !== '' || spot.isDrawn))
  if (spots.length === 0 && told.text.trim() === '') return {}
  const named = spots.map(({ spot, held }) => ({
    name: spot.text.trim(),
    ...(held.is === 'file' && { number: held.number }),
  }))
  const typedNames = fileNamesIn(
    told.text,
    named.map(({ name }) => name),
    isFileName,
  ).map((name) => ({ name }))
  // What is typed beside a name and is none itself is a remark.
  const wanted: readonly ToldFile[] =
    named.length > 0 ? [...named, ...typedNames.filter(({ name }) => isFileName(name))] : typedNames
  const found = wanted.map((told) => ({ told, file: fileOf(told) }))
  const lost = found.find(({ file }) => !file)
  if (lost) return wrong(lost.told.name || '图片', '已上传的文件')
  return { value: found.flatMap(({ file }) => (file ? [{ ...file }] : [])) }
}

/** The words below the figure are made from it. */
const amount: Read = (told, field, known) =>
  typed({ ...told, text: told.text.replace(/\s*大写：.*$/s, '') }, field, known)

/** Which row that is shows when every table has been read: until then the text is the value. */
const named: Read = ({ text }) => (text.trim() === '' ? {} : { value: text.trim() })

/** How each kind comes back from paper; a kind without a way does not compile. */
const reads = {
  text: typed,
  narrative: typed,
  number: typed,
  money: amount,
  percent: typed,
  date: typed,
  month: typed,
  year: typed,
  period: twoDates,
  'yes-no': either,
  choice: one,
  choices: chosen(codesOf, false),
  'open-choice': oneOpen,
  'open-choices': chosen((entries, other) => withOther({ choices: codesOf(entries) }, other), false),
  cascade: one,
  'open-cascade': oneOpen,
  reference: named,
  references: named,
  identifier: typed,
  attachment: uploaded,
  picture: uploaded,
  statement: declared,
} satisfies Record<Kind, Read>

/** The value of a place. 无 is what the kind says it with where nothing may stay blank. */
export const readValue: Read = (told, field, known) => {
  if (told.text.trim() === '无' && field.noBlanks && !field.required) {
    const none = noneOf(field)
    return none === undefined ? {} : { value: none }
  }
  const read: Read = reads[field.kind]
  return read(told, field, known)
}
