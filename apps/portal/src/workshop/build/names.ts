import { isObject, type Json, type PackListing, property, valueAt } from '@policyforms/core'
import { createContext, use, useMemo } from 'react'
import { useLoaded } from '../../server/use-loaded.ts'
import { answerPath, plainPath } from '../model/answer-path.ts'
import { allNodes, outlineOf, parsed } from '../model/outline.ts'
import { titleOfTemplate } from '../model/template-title.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { templateFiles } from '../workshop-store.ts'
import { Siblings } from './editors/siblings.ts'

/** What may be named at a place: how it is written there, and what it is called. */
export type Names = readonly (readonly [name: string, title: string])[]

/** The file that is edited, where it is not the template under the hand. */
export const FileInHand = createContext<string | undefined>(undefined)

/** The keys of a map, each by the title of what it holds. */
const keysOf = (map: Json | undefined): Names =>
  Object.entries(isObject(map) ? map : {}).map(([key, held]) => [
    key,
    typeof held === 'string' ? held : String(property(held, 'title') ?? key),
  ])

/** Tables whose rows are numbered: what may be referred to. */
const numberedTables = (text: string): Names => {
  const root = parsed(text)
  return allNodes(outlineOf(text) ?? [])
    .filter(({ kind, keys }) => kind === 'table' && valueAt(root, [...keys, 'x-row-number']) !== undefined)
    .map(({ keys, title }) => [plainPath(answerPath(keys)).join('.'), title])
}

/** The other records of a list, by their keys; those that only add up others are nothing to add up. */
const siblingsOf = (records: readonly Json[]): Names =>
  records.flatMap((record) => {
    const key = property(record, 'key')
    return typeof key === 'string' && property(record, 'sums') === undefined
      ? [[key, String(property(record, 'title') ?? key)] as const]
      : []
  })

const idOfTemplate = (path: string): string => path.replace(/^.*\//, '').replace('.schema.json', '')

/** All that a value may name, by what the meta-schema says it names (`x-names`). */
export const useNames = (what: string): Names => {
  const { store } = useWorkbench()
  const inHand = use(FileInHand)
  const siblings = use(Siblings)
  const files = useWorking((state) => state.history.now)
  const shown = useWorking((state) => state.file)
  const { value: packs } = useLoaded<readonly PackListing[]>(what === 'packs' ? '/api/packs' : null)
  return useMemo(() => {
    const text = files.get(inHand ?? shown) ?? ''
    switch (what) {
      case 'packs':
        return (packs ?? []).filter(({ id }) => id !== store.copy.pack).map(({ id, name }) => [id, name])
      case 'roles':
        return keysOf(property(parsed(files.get(`${store.copy.pack}/jurisdiction.json`) ?? ''), 'roles'))
      case 'templates':
        return templateFiles(files).map((path) => [idOfTemplate(path), titleOfTemplate(files.get(path) ?? '', path)])
      case 'siblings':
        return siblingsOf(siblings)
      case 'numbered-tables':
        return numberedTables(text)
      default:
        return keysOf(property(parsed(text), what))
    }
  }, [what, files, inHand, shown, packs, store, siblings])
}
