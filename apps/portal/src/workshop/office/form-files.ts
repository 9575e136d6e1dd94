import { isObject, property } from '@policyforms/core'
import { changeValue, setValue } from '@policyforms/core/editing'
import { answerPath, plainPath } from '../model/answer-path.ts'
import { namesIn } from '../model/examples.ts'
import { formFile } from '../model/fault-files.ts'
import { freeFileName } from '../model/free-name.ts'
import type { Files } from '../model/history.ts'
import { allNodes, outlineOf, parsed } from '../model/outline.ts'

/* An office's own Word files in a working copy: `pack/forms/name.docx`, their bytes in base64. */

export const formFiles = (files: Files): readonly string[] =>
  [...files.keys()].filter((path) => formFile.test(path)).sort()
/** As a template names it: `forms/name.docx`. */
export const nameInPack = (path: string): string => formFile.exec(path)?.[1] ?? ''
/** As people see it: `name.docx`. */
export const shortName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
export const pathOfForm = (pack: string, name: string): string => `${pack}/forms/${name}.docx`

/** What a template is printed by, as it names it. */
export const formNamedIn = (text: string): string | undefined => {
  const form = property(property(parsed(text), 'x-document'), 'form')
  return typeof form === 'string' ? form : undefined
}

/** The templates that are printed by a file. */
export const usersOf = (files: Files, path: string): readonly string[] =>
  [...files]
    .filter(([one, text]) => /^[^/]+\/[^/]+\.schema\.json$/.test(one) && formNamedIn(text) === nameInPack(path))
    .map(([one]) => one)
    .sort()

const named = (text: string, form: string | undefined): string => {
  if (form !== undefined) return setValue(text, ['x-document', 'form'], form)
  const plan = property(parsed(text), 'x-document')
  const others = Object.entries(isObject(plan) ? plan : {}).filter(([key]) => key !== 'form')
  return changeValue(text, ['x-document'], others.length > 0 ? Object.fromEntries(others) : undefined)
}

/** The files with these templates, and no others, printed by one of them. */
export const withUsers = (files: Files, path: string, users: readonly string[]): Files => {
  const changed = new Map(files)
  for (const one of usersOf(files, path))
    if (!users.includes(one)) changed.set(one, named(files.get(one) ?? '', undefined))
  for (const one of users)
    if (formNamedIn(files.get(one) ?? '') !== nameInPack(path))
      changed.set(one, named(files.get(one) ?? '', nameInPack(path)))
  return changed
}

/** Without the file, and without a word of it. */
export const withoutForm = (files: Files, path: string): Files => {
  const changed = new Map(withUsers(files, path, []))
  changed.delete(path)
  return changed
}

/** A name that no file has yet, like the template's that it is for. */
export const freeFormName = (files: Files, template: string): string =>
  freeFileName(
    namesIn(template).template || 'form',
    new Set(formFiles(files).flatMap((path) => formFile.exec(path)?.[2] ?? [])),
  )

/** Of what is written in base64. */
export const bytesIn = (text: string): number => Math.floor((text.length * 3) / 4) - (/=*$/.exec(text)?.[0].length ?? 0)

export const sizeInWords = (bytes: number): string =>
  bytes < 2 ** 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 2 ** 20).toFixed(1)} MB`

/** The node of a template's text that a field is told by: its own, or what refers to the part that it is in. */
export const nodeOfField = (text: string, path: string): string | undefined => {
  const ids = new Map(
    allNodes(outlineOf(text) ?? []).map(({ id, keys }) => [plainPath(answerPath(keys)).join('.'), id] as const),
  )
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const id = ids.get(at)
    if (id !== undefined) return id
  }
  return undefined
}
