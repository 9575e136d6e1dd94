import { type Issue, nearest, type Template } from '@policyforms/core'
import { documentFault } from '../package/document-fault.ts'
import { readXml } from '../xml/xml-tree.ts'
import { paragraphsIn, rowNumberName } from './fill-part.ts'
import { fieldsByName, namedFields } from './names.ts'
import { filledParts, withOfficeFile } from './office-file.ts'
import { namedOption, optionsOf } from './place-content.ts'
import { type FormPlace, placesIn } from './places.ts'

/** Holds an office's file against a template both ways: places without a field, and fields without a place. */
export const checkForm = (template: Template, bytes: Uint8Array): readonly Issue[] => {
  const opened = withOfficeFile(bytes, (file) =>
    filledParts(file).flatMap((part) => {
      const xml = file.archive.text(part)
      return paragraphsIn(readXml(xml)).flatMap((paragraph, i) =>
        placesIn(paragraph, xml).map((place) => ({
          place,
          where: `${part === file.main ? '' : `${part} `}第 ${i + 1} 段“${place.quoted.trim()}”`,
        })),
      )
    }),
  )
  if ('fault' in opened) return [documentFault(opened.fault)]
  if ('danger' in opened) return [issue('form-unsafe', { reason: opened.danger })]
  const fields = namedFields(template)
  const byName = fieldsByName(fields)
  const named = new Set(opened.value.flatMap(({ place }) => byName.get(place.name) ?? []))
  return [
    ...opened.value.flatMap(({ place, where }) => placeIssues(place, where, template, byName)),
    ...fields
      .filter((one) => !named.has(one))
      .map(({ field, path }) => issue('form-field-missing', { name: field.title, path }, 'warning')),
  ]
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
  byName: ReturnType<typeof fieldsByName>,
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
