import { type FileAnswer, filesOf } from '@policyforms/core'
import type { WordFile } from '../package/word-file.ts'
import type { Origin } from '../shell/custom-properties.ts'
import { elementsOf, type XmlElement } from '../xml/xml-tree.ts'

const part = 'docProps/custom.xml'

/** A file whose property is damaged keeps its number. */
export type ReadOrigin = Omit<Origin, 'files'> & { readonly files: readonly (FileAnswer | undefined)[] }

const textIn = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')

const fileOf = (text: string): FileAnswer | undefined => {
  try {
    return filesOf([JSON.parse(text)])[0]
  } catch {
    return undefined
  }
}

/** What the file says of itself; undefined where it says nothing, or another program dropped it. */
export const readOrigin = (file: WordFile): ReadOrigin | undefined => {
  const root = file.part(part)
  const values = new Map((root ? elementsOf(root) : []).map((one) => [one.attributes.name ?? '', textIn(one)]))
  const [template, version = '', hash = ''] = ['template', 'version', 'hash'].map((name) => values.get(name))
  if (template === undefined) return undefined
  const files: (FileAnswer | undefined)[] = []
  for (let number = 1; values.has(`file${number}`); number++) files.push(fileOf(values.get(`file${number}`) ?? ''))
  return {
    template,
    version,
    hash,
    computed: values.get('computed') === 'true',
    ...(values.get('layout') === 'office' && { layout: 'office' }),
    files,
  }
}
