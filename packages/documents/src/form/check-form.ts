import { type FilledPlace, type Issue, nearest, type Template } from '@policyforms/core'
import { documentFault } from '../package/document-fault.ts'
import { controlIn, type FormControl, ownerOf } from './controls.ts'
import { rowNumberName } from './fill-part.ts'
import { fieldsByName, type NamedField, namedFields } from './names.ts'
import { checkedPart, filledParts, withOfficeFile } from './office-file.ts'
import { namedOption, optionsOf } from './place-content.ts'
import { type FormPlace, placesIn } from './places.ts'
import { type Stop, walkFile } from './walk-file.ts'

/** An office's file beside a template: what is filled in it, and what is wrong on either side. */
export interface FormLook {
  /** In the order of the file. */
  readonly places: readonly FilledPlace[]
  readonly issues: readonly Issue[]
}

/** Holds an office's file against a template both ways: places without a field, and fields without a place. */
export const lookAtForm = (template: Template, bytes: Uint8Array): FormLook => {
  const opened = withOfficeFile(bytes, (file) =>
    filledParts(file).flatMap(({ name, title }) => {
      const { xml, root } = checkedPart(file, name)
      return walkFile(root, title).flatMap((stop) => [...placesAt(stop, xml), ...controlsAt(stop)])
    }),
  )
  if (!('value' in opened)) return { places: [], issues: [refusalOf(opened)] }
  const fields = namedFields(template)
  const byName = fieldsByName(fields)
  const found = opened.value.map((one) => ({ one, field: fieldOf(one, byName, template.lists) }))
  const suggest = sparingly()
  const named = new Set(found.flatMap(({ field }) => field ?? []))
  return {
    places: found.flatMap(({ one, field }) => filledPlace(one, field, template.lists)),
    issues: [
      ...opened.value.flatMap((one) =>
        'place' in one ? placeIssues(one, template, byName, suggest) : controlIssues(one, template, byName, suggest),
      ),
      ...fields
        .filter((one) => !named.has(one))
        .map(({ field, path }) => issue('form-field-missing', { name: field.title, path }, 'warning')),
    ],
  }
}

export const checkForm = (template: Template, bytes: Uint8Array): readonly Issue[] => lookAtForm(template, bytes).issues

/** Why a file cannot be an office's own, whatever template it is for: not to be opened, or not safe to be. */
export const formFault = (bytes: Uint8Array): Issue | undefined => {
  const opened = withOfficeFile(bytes, (file) => {
    for (const { name } of filledParts(file)) checkedPart(file, name)
  })
  return 'value' in opened ? undefined : refusalOf(opened)
}

type Refused = Exclude<ReturnType<typeof withOfficeFile>, { readonly value: unknown }>

const refusalOf = (refused: Refused): Issue =>
  'fault' in refused ? documentFault(refused.fault) : issue('form-unsafe', { reason: refused.danger })

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
  element.name === 'w:p' ? placesIn(element, xml).map((place) => ({ place, where })) : []

const controlsAt = ({ element, where }: Stop): readonly ControlAt[] => {
  const control = controlIn(element)
  return control && control.titles.length > 0 ? [{ control, where: `${where}的内容控件` }] : []
}

type Suggest = typeof nearest

/** A person mends a name, and then the next: a file that is wrong from end to end is not worth a thousand comparisons. */
const mostSuggestions = 100
const sparingly = (): Suggest => {
  let left = mostSuggestions
  return (wrong, names) => (left-- > 0 ? nearest(wrong, names) : '')
}

const fieldOf = (one: PlaceAt | ControlAt, byName: ByName, lists: Template['lists']): NamedField | undefined =>
  'place' in one ? byName.get(one.place.name) : ownerOf(one.control, byName, lists)?.named

const filledPlace = (
  one: PlaceAt | ControlAt,
  field: NamedField | undefined,
  lists: Template['lists'],
): readonly FilledPlace[] => {
  const { where } = one
  if (!('place' in one)) {
    const [written = ''] = one.control.titles
    // What it holds is a place, which is told by itself.
    return field && one.control.inside === undefined ? [{ where, written, ...aboutOf(field) }] : []
  }
  const { name, option } = one.place
  const written = option === undefined ? `{{${name}}}` : `{{${name}=${option}}}`
  if (!field) return name === rowNumberName ? [{ where, written, title: rowNumberName }] : []
  return option === undefined || namedOption(field.field, option, lists) ? [{ where, written, ...aboutOf(field) }] : []
}

const aboutOf = ({ field, table, path }: NamedField) => ({
  title: table ? `${table.title} › ${field.title}` : field.title,
  path,
})

/** A control may be the office's own affair: one that names no field is only worth a look. */
const controlIssues = (
  { control, where }: ControlAt,
  { lists }: Template,
  byName: ByName,
  suggest: Suggest,
): readonly Issue[] => {
  const [name = ''] = control.titles
  if (control.inside !== undefined || ownerOf(control, byName, lists)) return []
  return [issue('form-place-unknown', { name, suggestion: suggest(name, [...byName.keys()]) }, 'warning', where)]
}

const issue = (
  code: 'form-unsafe' | 'form-field-missing' | 'form-place-unknown' | 'form-option-unknown',
  params: Issue['params'],
  severity: Issue['severity'] = 'error',
  place?: string,
): Issue => ({ code, at: '', severity, params, ...(place !== undefined && { place }) })

const placeIssues = (
  { place: { name, option, quoted }, where: at }: PlaceAt,
  { lists }: Template,
  byName: ByName,
  suggest: Suggest,
): readonly Issue[] => {
  const where = `${at}“${quoted.trim()}”`
  const named = byName.get(name)
  if (!named)
    return name === rowNumberName
      ? []
      : [issue('form-place-unknown', { name, suggestion: suggest(name, [...byName.keys()]) }, 'error', where)]
  if (option === undefined || namedOption(named.field, option, lists)) return []
  const titles = optionsOf(named.field, lists).map(({ title }) => title)
  return [issue('form-option-unknown', { name, option, suggestion: suggest(option, titles) }, 'error', where)]
}
