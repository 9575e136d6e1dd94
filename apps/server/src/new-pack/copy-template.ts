import type { SourceFile } from '@policyforms/core/pack'
import { copyPack } from './copy-pack.ts'
import { type Place, placeOf } from './jurisdiction.ts'

/** `pack/template`. */
interface Named {
  readonly pack: string
  readonly template: string
}

const ref = /("\$ref"\s*:\s*")([a-z][a-z0-9-]*)(?=\.schema\.json)/g

/** A part of the template itself stays its own; a part of another one is taken from where that one is. */
const withRefs = (text: string, from: Named, to: Named): string =>
  text.replace(ref, (_, before: string, name: string) => {
    if (name === from.template) return `${before}${to.template}`
    return `${before}${from.pack === to.pack ? '' : `../${from.pack}/`}${name}`
  })

const beside = /^[^/]+\/(codes|forms)\/([^.]+)(\.\w+)$/

/** How a code list or a form is named in a template. */
const nameIn = (path: string): string => {
  const [, folder, name = '', ending = ''] = beside.exec(path) ?? []
  return folder === 'codes' ? `"${name}"` : `"forms/${name}${ending}"`
}

/** What the pack has under the same name, but otherwise, stays: the copy says where it comes from. */
const besides = (path: string, { pack }: Named) => path.replace(/\.\w+$/, (ending) => `-${pack}${ending}`)

const naming = /("(?:x-codes|list|form)"\s*:\s*)("[^"]*")/g
const needs = (text: string, path: string) => [...text.matchAll(naming)].some(([, , name]) => name === nameIn(path))
const renamed = (text: string, path: string, as: string) =>
  text.replace(naming, (all, before: string, name: string) => (name === nameIn(path) ? `${before}${nameIn(as)}` : all))

/** A template's files as those of another one: its schema first, what it needs of code lists and forms, its examples. */
export const copyTemplate = (files: readonly SourceFile[], from: Named, to: Named): readonly SourceFile[] => {
  const place: Place = placeOf(files, to.pack)
  const copied =
    from.pack === to.pack
      ? files.filter(({ path }) => path.startsWith(`${to.pack}/`))
      : copyPack(files, from.pack, place)
  const [schema] = copied.filter(({ path }) => path === `${to.pack}/${from.template}.schema.json`)
  if (!schema) return []
  const before = new Map(files.map(({ path, text }) => [path, text]))
  const needed = copied
    .filter(({ path }) => needs(schema.text, path))
    .map((file) => ({
      ...file,
      as: (before.get(file.path) ?? file.text) === file.text ? file.path : besides(file.path, from),
    }))
  const text = needed.reduce((so, { path, as }) => renamed(so, path, as), withRefs(schema.text, from, to))
  const examples = `${to.pack}/examples/${from.template}/`
  return [
    { path: `${to.pack}/${to.template}.schema.json`, text },
    ...needed.map(({ path, text, as }) => ({
      path: as,
      text: text.replace(`"id": ${nameIn(path)}`, `"id": ${nameIn(as)}`),
    })),
    ...copied
      .filter(({ path }) => path.startsWith(examples))
      .map((file) => ({ ...file, path: `${to.pack}/examples/${to.template}/${file.path.slice(examples.length)}` })),
  ]
}
