import { isObject, type Json, type Path, property, valueAt } from '@policyforms/core'
import { type Keys, setValue } from '@policyforms/core/editing'
import { followPaths } from '@policyforms/core/rules'
import { answerPath, plainPath } from './answer-path.ts'
import { dialect } from './dialect.ts'
import { expressionPlaces } from './expression-places.ts'
import { allNodes, outlineOf, parsed } from './outline.ts'

interface Move {
  readonly from: Keys
  readonly to: Keys
}

const startsWith = (keys: Keys, start: Keys): boolean => start.every((key, i) => keys[i] === key)

/**
 * Whatever names a node by its path, after the node was renamed or moved: expressions, where rules point, references to
 * tables, the cover, totals. `before` is the text in which all still fits.
 */
export const followNames = (before: string, after: string, { from, to }: Move): string => {
  const root = parsed(before)
  const keysNow = (keys: Keys): Keys => (startsWith(keys, from) ? [...to, ...keys.slice(from.length)] : keys)
  const [old, now] = [plainPath(answerPath(from)), plainPath(answerPath(to))]
  const moved = (path: Path): Path => (startsWith(path, old) ? [...now, ...path.slice(old.length)] : path)
  const refersTo = referencesIn(before)
  const changes = [
    ...expressionPlaces(dialect, root).map((keys): readonly [Keys, string] => {
      const places = { from: answerPath(keys), to: answerPath(keysNow(keys)), moved, refersTo }
      return [keys, followPaths(String(valueAt(root, keys)), places)]
    }),
    ...pathsWritten(root, before).map(([keys, path, write]): readonly [Keys, string] => [
      keys,
      write(moved(path), moved),
    ]),
  ]
  return changes
    .filter(([keys, text]) => valueAt(root, keys) !== text)
    .reduce((text, [keys, value]) => setValue(text, keysNow(keys), value), after)
}

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
  const [refers, totals] = [property(node, 'x-refers'), property(node, 'x-totals')]
  return [
    ...(typeof refers === 'string' ? [[[...keys, 'x-refers'], refers.split('.'), dotted] as const] : []),
    ...(Array.isArray(totals) && property(node, 'x-kind') === 'table'
      ? totals.map(
          (column: Json, i): Written => [
            [...keys, 'x-totals', i],
            [...own, String(column)],
            (path) => String(path.at(-1)),
          ],
        )
      : []),
    ...inRules(property(node, 'x-rules'), [...keys, 'x-rules'], own),
    ...inRules(property(property(node, 'items'), 'x-rules'), [...keys, 'items', 'x-rules'], own),
  ]
}

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
