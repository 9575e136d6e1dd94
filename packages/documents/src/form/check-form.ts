import { type Issue, nearest, type Template } from '@policyforms/core'
import { documentFault } from '../package/document-fault.ts'
import { readXml } from '../xml/xml-tree.ts'
import { controlIn, type FormControl, ownerOf } from './controls.ts'
import { rowNumberName } from './fill-part.ts'
import { fieldsByName, type NamedField, namedFields } from './names.ts'
import { filledParts, withOfficeFile } from './office-file.ts'
import { namedOption, optionsOf } from './place-content.ts'
import { type FormPlace, placesIn } from './places.ts'
import { type Stop, walkFile } from './walk-file.ts'

/** Holds an office's file against a template both ways: places without a field, and fields without a place. */
export const checkForm = (template: Template, bytes: Uint8Array): readonly Issue[] => {
  const opened = withOfficeFile(bytes, (file) =>
    filledParts(file).flatMap(({ name, title }) => {
      const xml = file.archive.text(name)
      return walkFile(readXml(xml), title).flatMap((stop) => [...placesAt(stop, xml), ...controlsAt(stop)])
    }),
  )
  if ('fault' in opened) return [documentFault(opened.fault)]
  if ('danger' in opened) return [issue('form-unsafe', { reason: opened.danger })]
  const fields = namedFields(template)
  const byName = fieldsByName(fields)
  const named = new Set(opened.value.flatMap((one) => fieldOf(one, byName, template.lists) ?? []))
  return [
    ...opened.value.flatMap((one) =>
      'place' in one ? placeIssues(one.place, one.where, template, byName) : controlIssues(one, template, byName),
    ),
    ...fields
      .filter((one) => !named.has(one))
      .map(({ field, path }) => issue('form-field-missing', { name: field.title, path }, 'warning')),
  ]
}

interface PlaceAt {
  readonly place: FormPlace
  readonly where: string
}
interface ControlAt {
  readonly control: FormControl
  readonly where: string
}
type ByName = ReadonlyMap<string, NamedField>

const placesAt = ({ element, where }: Stop, xml: string): readonly PlaceAt[] =>
  element.name === 'w:p'
    ? placesIn(element, xml).map((place) => ({ place, where: `${where}“${place.quoted.trim()}”` }))
    : []

const controlsAt = ({ element, where }: Stop): readonly ControlAt[] => {
  const control = controlIn(element)
  return control && control.titles.length > 0 ? [{ control, where: `${where}的内容控件` }] : []
}

const fieldOf = (one: PlaceAt | ControlAt, byName: ByName, lists: Template['lists']): NamedField | undefined =>
  'place' in one ? byName.get(one.place.name) : ownerOf(one.control, byName, lists)?.named

/** A control may be the office's own affair: one that names no field is only worth a look. */
const controlIssues = ({ control, where }: ControlAt, { lists }: Template, byName: ByName): readonly Issue[] => {
  const [name = ''] = control.titles
  if (control.inside !== undefined || ownerOf(control, byName, lists)) return []
  return [issue('form-place-unknown', { name, suggestion: nearest(name, [...byName.keys()]) }, 'warning', where)]
}

const issue = (
  code: 'form-unsafe' | 'form-field-missing' | 'form-place-unknown' | 'form-option-unknown',
  params: Issue['params'],
  severity: Issue['severity'] = 'error',
  place?: string,
): Issue => ({ code, at: '', severity, params, ...(place !== undefined && { place }) })

const placeIssues = (
  { name, option }: FormPlace,
  where: string,
  { lists }: Template,
  byName: ByName,
): readonly Issue[] => {
  const named = byName.get(name)
  if (!named)
    return name === rowNumberName
      ? []
      : [issue('form-place-unknown', { name, suggestion: nearest(name, [...byName.keys()]) }, 'error', where)]
  if (option === undefined || namedOption(named.field, option, lists)) return []
  const titles = optionsOf(named.field, lists).map(({ title }) => title)
  return [issue('form-option-unknown', { name, option, suggestion: nearest(option, titles) }, 'error', where)]
}
