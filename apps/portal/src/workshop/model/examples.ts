import { isObject, type Json } from '@policyforms/core'
import { parsed } from './outline.ts'

/** An example of one template, as its file has it. */
export interface ExampleFile {
  /** Without its ending. */
  readonly name: string
  readonly path: string
  /** Undefined while it does not parse. */
  readonly content: Json | undefined
}

/** `north/report.schema.json` → north, report. */
export const namesIn = (file: string): { readonly pack: string; readonly template: string } => {
  const [pack = '', name = ''] = file.split('/')
  return { pack, template: name.replace(/\.schema\.json$/, '') }
}

export const examplesFolder = (file: string): string => {
  const { pack, template } = namesIn(file)
  return `${pack}/examples/${template}/`
}

export const examplePath = (file: string, name: string): string => `${examplesFolder(file)}${name}.json`

const first = ['complete', 'minimal']
const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length)

/** The examples of a template: the complete one, the minimal one, then by name. */
export const examplesOf = (files: ReadonlyMap<string, string>, file: string): readonly ExampleFile[] => {
  const folder = examplesFolder(file)
  return [...files]
    .filter(([path]) => path.startsWith(folder) && path.endsWith('.json'))
    .map(([path, text]) => ({ name: path.slice(folder.length, -'.json'.length), path, content: parsed(text) }))
    .sort((a, b) => rank(a.name) - rank(b.name) || a.name.localeCompare(b.name))
}

/** The content of the example beside another that is named with or without its ending. */
export const exampleNamed = (examples: readonly ExampleFile[]) => (name: string) =>
  examples.find((one) => one.name === name.replace(/\.json$/, ''))?.content

/** Whether it is told as changes to another one. */
export const isDerived = ({ content }: ExampleFile): boolean =>
  isObject(content) && typeof content.from === 'string' && content.answers === undefined

export const textOfExample = (content: Json): string => `${JSON.stringify(content, null, 2)}\n`
