import { type Issue, isObject, type Json, keysOf, property, sentence, valueAt } from '@policyforms/core'
import { type Dialect, definitionOf, dialect } from './dialect.ts'
import { exampleFile, isOfExample, templateOf } from './fault-files.ts'
import type { Files } from './history.ts'
import { keywordWords } from './keyword-words.ts'
import { nodesAbove, parsed } from './outline.ts'

/** What is wrong and where, in the words of the page. */
export interface FaultWords {
  readonly what: string
  readonly where: string
}

const wantedExample: Readonly<Record<string, string>> = {
  'complete.json': '还没有填全的例子：在“试填”里填好，存为 complete',
  'minimal.json': '还没有只填必填项的例子：在“试填”里填好，存为 minimal',
}

const exampleWords = (issue: Issue): string | undefined => {
  const { place = '', detail = '', wanted = '', rule = '' } = issue.params
  const [, , , name] = exampleFile.exec(issue.file ?? '') ?? []
  switch (issue.code) {
    case 'example-missing':
      return wantedExample[wanted]
    case 'rule-untested':
      return `规则“${rule}”还没有违反它的例子：在“试填”的“边界”里可以加`
    case 'example-fails':
      return `例子“${name}”应当没有问题，现在有：${place} ${detail}`
    case 'example-unlisted':
      return `例子“${name}”现在多了一处问题：${place} ${detail}`
    case 'example-passes':
      return `例子“${name}”应当有的一处问题现在没有了`
    default:
      return undefined
  }
}

const titled = (text: string, file: string): string => {
  const value = parsed(text)
  const title = property(value, 'title') ?? property(value, 'name')
  return typeof title === 'string' && title !== '' ? title : file.slice(file.lastIndexOf('/') + 1)
}

/** A path with the keyword that the fault names at its end, if it does not end in it already. */
const withKeyword = (
  path: readonly string[],
  keyword: string,
): { readonly path: readonly string[]; readonly from: number } => {
  const named = keyword.split('/').filter((key) => key !== '')
  const overlap = named.findLastIndex((_, i) => path.slice(-(i + 1)).join('/') === named.slice(0, i + 1).join('/')) + 1
  const from = path.length - overlap
  return { path: [...path.slice(0, from), ...named], from }
}

const columnTitles = (node: Json | undefined): Readonly<Record<string, string>> => {
  const columns = property(property(node, 'items'), 'properties')
  return Object.fromEntries(
    Object.entries(isObject(columns) ? columns : {}).map(([key, column]) => [
      key,
      String(property(column, 'title') ?? key),
    ]),
  )
}

/** What a fault says to whoever looks at the pages: keywords by their labels, places by their titles, examples by theirs. */
export const faultWords = (issue: Issue, files: Files, ofPack: Dialect = {}): FaultWords => {
  const { file = '', place } = issue
  const template = templateOf(file)
  const text = files.get(template ?? file) ?? ''
  const title = titled(text, file)
  if (isOfExample(issue)) return { what: exampleWords(issue) ?? sentence(issue), where: title }
  if (place !== undefined) return { what: sentence(issue), where: `${title} ${place}` }
  const keys = keysOf(issue.at)
  const above = template ? nodesAbove(text, keys) : []
  const node = above.at(-1)
  const root = parsed(text)
  const value = node ? valueAt(root, node.keys) : root
  const kind = file.slice(file.indexOf('/') + 1).replace(/\/.*|\.json$/, '')
  const [of, schema] = template
    ? [dialect, definitionOf(dialect, node?.kind ?? 'template')]
    : [ofPack, ofPack[`${kind}.schema.json`]]
  const keyword = String(issue.params.keyword ?? '')
  const { path, from } = withKeyword(keys.slice(node?.keys.length ?? 0), keyword)
  const words = keywordWords(of, schema, value, path, columnTitles(value))
  const own = words.slice(from).join(' › ') || node?.title || title
  const what = sentence(
    issue.params.keyword === undefined ? issue : { ...issue, params: { ...issue.params, keyword: own } },
  )
  return { what, where: [title, ...above.map((one) => one.title), ...words.slice(0, from)].join(' › ') }
}
