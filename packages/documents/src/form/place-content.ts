import {
  type Answers,
  type Field,
  isBlank,
  type Json,
  type Lists,
  leavesOf,
  listOf,
  property,
  valueAt,
} from '@policyforms/core'
import { shown } from '../book/shown.ts'
import { controlOf } from '../controls/control-of.ts'
import { optionTag } from '../controls/tag-of.ts'
import { isPrinted } from '../prints/options.ts'
import { controlled, tickControl } from '../xml/control.ts'
import { joined, run, type Xml } from '../xml/paragraph.ts'
import { linesOf } from '../xml/text.ts'
import type { NamedField } from './names.ts'

/** Where values come from: the settled answers, and the row of a table that is being filled. */
export interface Scope {
  readonly answers: Answers
  readonly lists: Lists
  readonly index?: number
}

export const placeValue = ({ field, table }: NamedField, path: readonly string[], scope: Scope): Json | undefined =>
  valueAt(scope.answers, table ? [...table.path, scope.index ?? 0, field.key] : path)

/** Runs with the looks of the place. */
export const looking = (xml: Xml, looks: Xml): Xml => xml.replaceAll('<w:r><w:t', `<w:r>${looks}<w:t`)

export const codesIn = (value: Json | undefined): readonly string[] => {
  const codes = property(value, 'choices') ?? property(value, 'choice') ?? value
  if (typeof codes === 'boolean') return [String(codes)]
  return (Array.isArray(codes) ? codes : [codes]).filter((code) => typeof code === 'string')
}

const truths = [
  { code: 'true', title: '是' },
  { code: 'false', title: '否' },
]

/** The options of a field that has any; for yes and no, these two. */
export const optionsOf = (field: Field, lists: Lists) =>
  field.kind === 'yes-no' || field.kind === 'statement' ? truths : leavesOf(listOf(field, lists).entries)

/** The option that `{{field=option}}` names, by its code or its title. */
export const namedOption = (field: Field, option: string, lists: Lists) =>
  optionsOf(field, lists).find(
    ({ code, title }) => code === option || title === option || title === `${option}（请注明）`,
  )

const box = (field: Field, code: string, value: Json | undefined, looks: Xml): Xml =>
  looking(tickControl(optionTag(field.path, code), codesIn(value).includes(code)), looks)

/** All options, the chosen ones ticked; the text of 其他 behind its own. */
const optionList = (field: Field, value: Json | undefined, lists: Lists, looks: Xml): Xml => {
  const other = property(value, 'other')
  return joined(
    optionsOf(field, lists).map((entry, i) => {
      const isOpen = 'other' in entry && entry.other && codesIn(value).includes(entry.code)
      const text = `${entry.title}${isOpen && typeof other === 'string' ? `：${other}` : ''}`
      return `${i > 0 ? looking(run('　'), looks) : ''}${box(field, entry.code, value, looks)}${looking(run(text), looks)}`
    }),
  )
}

const isList = (field: Field, lists: Lists): boolean =>
  field.kind === 'yes-no' || (field.list !== undefined && field.refers === undefined && isPrinted(listOf(field, lists)))

/** The runs of a value in the place that names it. */
export const placeRuns = (
  named: NamedField,
  option: string | undefined,
  value: Json | undefined,
  lists: Lists,
  looks: Xml,
  isPlain = false,
): Xml => {
  const { field } = named
  const found = option === undefined ? undefined : namedOption(field, option, lists)
  if (found) return box(field, found.code, value, looks)
  if (isList(field, lists) && !named.table) return optionList(field, value, lists, looks)
  const text = shown({ field, value, at: '' }, lists)
  // A control for plain text holds no other.
  return controlled(text === '' ? '' : looking(run(text), looks), isPlain ? undefined : controlOf(field, lists))
}

/** A paragraph for each line of a text that has a place to itself, all like the one in which the place stands. */
export const placeParagraphs = (
  field: Field,
  value: Json | undefined,
  lists: Lists,
  paragraphLooks: Xml,
  looks: Xml,
): Xml => {
  const control = controlOf(field, lists)
  const lines = value === undefined || isBlank(value, field) ? [] : linesOf(shown({ field, value, at: '' }, lists))
  const filled = lines.filter((line) => line.trim() !== '')
  // Where pages end with the paragraph, they end with the last of them.
  const others = paragraphLooks.replace(/<w:sectPr\b.*?<\/w:sectPr>/s, '')
  const one = (line: string, i: number) =>
    `<w:p>${i < filled.length - 1 ? others : paragraphLooks}${controlled(line === '' ? '' : looking(run(line), looks), control)}</w:p>`
  return filled.length === 0 ? one('', 0) : joined(filled.map(one))
}
