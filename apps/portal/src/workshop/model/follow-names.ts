import { isObject, type Json, type Path, property, valueAt } from '@policyforms/core'
import { type Keys, renameKey, setValue } from '@policyforms/core/editing'
import { followPaths } from '@policyforms/core/rules'
import { answerPath, plainPath } from './answer-path.ts'
import { dialect } from './dialect.ts'
import { expressionPlaces } from './expression-places.ts'
import { allNodes, outlineOf, parsed } from './outline.ts'

export interface Move {
  readonly from: Keys
  readonly to: Keys
}

/** How a template changes. */
export interface Change {
  /** Where what stood at keys of the text stands now. */
  readonly keysNow: (keys: Keys) => Keys
  /** Where what stood at a path of the answers, without rows of tables, stands now. */
  readonly moved: (path: Path) => Path
  /** The paths that are others now, for what holds answers. */
  readonly places: readonly (readonly [from: Path, to: Path])[]
}

const startsWith = (keys: Keys, start: Keys): boolean => start.every((key, i) => keys[i] === key)

/** A node that has another key or another place. */
export const changeOf = ({ from, to }: Move): Change => {
  const [old, now] = [plainPath(answerPath(from)), plainPath(answerPath(to))]
  return {
    keysNow: (keys) => (startsWith(keys, from) ? [...to, ...keys.slice(from.length)] : keys),
    moved: (path) => (startsWith(path, old) ? [...now, ...path.slice(old.length)] : path),
    places: [[old, now]],
  }
}

/**
 * Whatever names a node by its path, after the node was renamed or moved: expressions, where rules point, references to
 * tables and the columns they show, the cover, totals, merged columns, printed rows. `before` is the text in which all
 * still fits.
 */
export const followNames = (before: string, after: string, { keysNow, moved }: Change): string => {
  const root = parsed(before)
  const expressions = expressionPlaces(dialect, root).map((keys): readonly [Keys, string] => {
    const places = { from: answerPath(keys), to: answerPath(keysNow(keys)), moved, refersTo: referencesIn(before) }
    return [keys, followPaths(String(valueAt(root, keys)), places)]
  })
  const paths = pathsWritten(root, before).map(([keys, path, write]): readonly [Keys, string] => [
    keys,
    write(moved(path), moved),
  ])
  const set = [...expressions, ...paths]
    .filter(([keys, text]) => valueAt(root, keys) !== text)
    .reduce((text, [keys, value]) => setValue(text, keysNow(keys), value), after)
  return cellsPrinted(root, before).reduce((text, [keys, path]) => {
    const [key, column] = [String(keys.at(-1)), String(moved(path).at(-1))]
    return key === column ? text : renameKey(text, keysNow(keys), column)
  }, set)
}

/** An expression over the answers as a whole, written outside of the template. */
export const followOutside = (expression: string, template: string, { moved }: Change): string =>
  followPaths(expression, { from: [], to: [], moved, refersTo: referencesIn(template) })

/** Which table a field refers to. */
const referencesIn = (text: string) => {
  const root = parsed(text)
  const tables = new Map(
    allNodes(outlineOf(text) ?? []).flatMap(({ keys }) => {
      const table = valueAt(root, [...keys, 'x-refers'])
      return typeof table === 'string' ? [[plainPath(answerPath(keys)).join('.'), table.split('.')] as const] : []
    }),
  )
  return (path: Path): Path | undefined => tables.get(path.join('.'))
}

/** A path that is written as text, and how it is written when it has become another. */
type Written = readonly [keys: Keys, path: Path, write: (path: Path, moved: (path: Path) => Path) => string]

const dotted = (path: Path) => path.join('.')

const pathsWritten = (root: Json | undefined, text: string): readonly Written[] => [
  ...allNodes(outlineOf(text) ?? []).flatMap(({ keys }) => inNode(valueAt(root, keys), keys)),
  ...inCover(property(property(root, 'x-document'), 'cover')),
]

const inNode = (node: Json | undefined, keys: Keys): readonly Written[] => {
  const own = plainPath(answerPath(keys))
  const refers = property(node, 'x-refers')
  const table = typeof refers === 'string' ? refers.split('.') : undefined
  return [
    ...(table ? [[[...keys, 'x-refers'], table, dotted] as const] : []),
    ...(table ? inColumns(property(node, 'x-show'), [...keys, 'x-show'], table) : []),
    ...(property(node, 'x-kind') === 'table'
      ? ofColumns.flatMap((keyword) => inColumns(property(node, keyword), [...keys, keyword], own))
      : []),
    ...inRules(property(node, 'x-rules'), [...keys, 'x-rules'], own),
    ...inRules(property(property(node, 'items'), 'x-rules'), [...keys, 'items', 'x-rules'], own),
  ]
}

/** Every text in these keywords of a table is the key of one of its columns. */
const ofColumns = ['x-totals', 'x-merge', 'x-subtotals'] as const

const inColumns = (value: Json | undefined, keys: Keys, table: Path): readonly Written[] => {
  if (typeof value === 'string') return [[keys, [...table, value], (path) => String(path.at(-1))]]
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => inColumns(item, [...keys, i], table))
  return isObject(value) ? Object.entries(value).flatMap(([key, item]) => inColumns(item, [...keys, key], table)) : []
}

/** The cells of the rows that a table has printed: their keys are its columns. */
const cellsPrinted = (root: Json | undefined, text: string): readonly (readonly [keys: Keys, path: Path])[] =>
  allNodes(outlineOf(text) ?? []).flatMap(({ keys }) => {
    const rows = valueAt(root, [...keys, 'x-fixed-rows'])
    const table = plainPath(answerPath(keys))
    return (Array.isArray(rows) ? rows : []).flatMap((row: Json, i) =>
      Object.keys(isObject(row) ? row : {})
        .filter((key) => !key.startsWith('x-'))
        .map(
          (key) =>
            [
              [...keys, 'x-fixed-rows', i, key],
              [...table, key],
            ] as const,
        ),
    )
  })

/** Where a rule points is told from the node that has it. What has moved out of that node can no longer be told. */
const inRules = (rules: Json | undefined, keys: Keys, own: Path): readonly Written[] =>
  (Array.isArray(rules) ? rules : []).flatMap((rule: Json, i): readonly Written[] => {
    const at = property(rule, 'at')
    if (typeof at !== 'string') return []
    const write: Written[2] = (path, moved) => {
      const holder = moved(own)
      return startsWith(path, holder) ? path.slice(holder.length).join('/') : at
    }
    return [[[...keys, i, 'at'], [...own, ...at.split('/')], write]]
  })

const inCover = (cover: Json | undefined): readonly Written[] => {
  const keys: Keys = ['x-document', 'cover']
  const fields = property(cover, 'fields')
  const [date, title] = [property(cover, 'date'), property(cover, 'title')]
  const lines = Array.isArray(title) ? title : []
  return [
    ...(typeof date === 'string' ? [[[...keys, 'date'], date.split('.'), dotted] as const] : []),
    ...(Array.isArray(fields) ? fields : []).flatMap((entry: Json, i): readonly Written[] => {
      const field = isObject(entry) ? entry.field : undefined
      return typeof field === 'string' ? [[[...keys, 'fields', i, 'field'], field.split('.'), dotted]] : []
    }),
    ...lines.flatMap((line: Json, i): readonly Written[] =>
      typeof line === 'string' && line.includes('{')
        ? [
            [
              [...keys, 'title', i],
              [],
              (_, moved) => line.replace(/\{([\w.]+)\}/g, (_, path) => `{${dotted(moved(path.split('.')))}}`),
            ],
          ]
        : [],
    ),
  ]
}
