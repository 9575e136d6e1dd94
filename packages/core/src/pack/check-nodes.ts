import { isObject, type Json, type JsonObject } from '../answers/json.ts'
import { pointerOf, valueAt } from '../answers/pointer.ts'
import { fieldKinds, isKind } from '../fields/index.ts'
import type { Issue } from '../issues/issue.ts'
import { nearest } from '../issues/nearest.ts'
import { shapeErrors } from './dialect.ts'
import { originOf, type Resolved } from './resolve.ts'
import { shapeIssues } from './shape-issues.ts'
import { packIssue } from './source.ts'

/** Where a node stands decides what it may be. */
type Holder = 'template' | 'section' | 'group' | 'table' | 'matrix' | 'part'
const blocks = ['section', 'group', 'table', 'matrix']
const admits: Readonly<Record<Holder, readonly string[]>> = {
  template: ['section'],
  section: blocks,
  group: ['group'],
  table: [],
  matrix: [],
  part: blocks,
}
const holdsFields = (holder: Holder) => holder !== 'template'

/** The shape of every node below one: its kind, its keywords and their values, and what its siblings are called. */
export const checkChildren = (node: Resolved, holder: Holder): readonly Issue[] => [
  ...duplicateTitles(node),
  ...[...node.children].flatMap(([key, child]) => [...keyIssues(key, child), ...checkNode(child, holder)]),
]

const checkNode = (node: Resolved, holder: Holder): readonly Issue[] => {
  const kind = node.keywords['x-kind']
  if (node.isBroken) return []
  if (kind === undefined) return [packIssue('missing-keyword', node.origin, { keyword: 'x-kind' })]
  const known = typeof kind === 'string' && (isKind(kind) || blocks.includes(kind))
  if (!known) {
    const names = [...blocks, ...allKinds]
    return [
      packIssue('unknown-kind', originOf(node, 'x-kind'), {
        kind: String(kind),
        suggestion: nearest(String(kind), names),
      }),
    ]
  }
  const fits = isKind(kind) ? holdsFields(holder) : admits[holder].includes(kind)
  if (!fits) {
    const wanted = [...admits[holder], ...(holdsFields(holder) ? ['各种字段'] : [])].join('、')
    return [packIssue('misplaced-block', originOf(node, 'x-kind'), { kind, wanted })]
  }
  const inner: Holder = kind === 'section' || kind === 'group' ? kind : 'table'
  return [
    ...ownShape(node, kind),
    ...markup(node),
    ...requiredUnknown(node),
    ...bounds(node),
    ...checkChildren(node, inner),
    ...(node.items
      ? [
          ...requiredUnknown(node.items),
          ...checkChildren(node.items, 'table'),
          ...[...node.items.children.values()].flatMap((column) => refused(column, noWords)),
        ]
      : []),
    ...(node.cell ? [...checkNode(node.cell, 'matrix'), ...refused(node.cell, notInCells)] : []),
  ]
}

const allKinds = Object.keys(fieldKinds)

/** The node's own keywords against its kind's definition; what stands below is looked at by itself. */
const ownShape = (node: Resolved, kind: string): readonly Issue[] => {
  const errors = shapeErrors(`template#${kind}`, withoutChildren(node.keywords))
  return shapeIssues(errors, (pointer) => placeOf(node, pointer))
}

/** Figures stand one below the other there: words between them would not be read. */
const noWords = ['x-in-words']
/** A cell stands many times: what is said of one place cannot be said of it. */
const notInCells = [...noWords, 'x-wide', 'x-when', 'x-compute', 'x-prefill', 'x-at-most', 'x-role', 'x-rules', 'x-was']

const refused = (node: Resolved, keywords: readonly string[]): readonly Issue[] =>
  keywords
    .filter((keyword) => node.keywords[keyword] !== undefined)
    .map((keyword) =>
      packIssue('unknown-keyword', originOf(node, keyword), { keyword, suggestion: '' }, { target: 'key' }),
    )

/** A pointer within a node's keywords, to where that keyword was written. */
export const placeOf = (node: Resolved, pointer: string) => {
  const [, keyword = '', index = ''] = pointer.split('/')
  for (const key of [`${keyword}/${index}`, keyword]) {
    const written = node.origins[key]
    if (written) return { source: written.source, pointer: `${written.pointer}${pointer.slice(key.length + 1)}` }
  }
  return { source: node.origin.source, pointer: `${node.origin.pointer}${pointer}` }
}

const stub = { $ref: '#' }
const stubbed = (value: Json | undefined): Json | undefined =>
  isObject(value) ? Object.fromEntries(Object.keys(value).map((key) => [key, stub])) : value

const withoutChildren = (keywords: JsonObject): JsonObject => {
  const { properties, items, 'x-cell': cell } = keywords
  return {
    ...keywords,
    ...(properties !== undefined && { properties: stubbed(properties) }),
    ...(isObject(items) && {
      items: { ...items, ...(items.properties !== undefined && { properties: stubbed(items.properties) }) },
    }),
    ...(isObject(cell) && { 'x-cell': { 'x-kind': 'yes-no', title: '-' } }),
  }
}

/** Keys that rules and files of answers use for themselves, or that a JavaScript object has already. */
export const reservedKeys: readonly string[] = [
  'self',
  'parent',
  'row',
  'answers',
  'from',
  'set',
  'issues',
  'true',
  'false',
  'null',
  'in',
  'constructor',
  'toString',
  'valueOf',
]

const keyIssues = (key: string, child: Resolved): readonly Issue[] => {
  if (reservedKeys.includes(key)) return [packIssue('reserved-key', child.origin, { key }, { target: 'key' })]
  return /^[a-z][A-Za-z0-9]*$/.test(key) ? [] : [packIssue('key-form', child.origin, { key }, { target: 'key' })]
}

const titleOf = (node: Resolved) => node.keywords.title

const duplicateTitles = (node: Resolved): readonly Issue[] => {
  const seen = new Set<Json | undefined>()
  return [...node.children.values()].flatMap((child) => {
    const title = titleOf(child)
    if (typeof title !== 'string') return []
    if (seen.has(title)) return [packIssue('duplicate-title', originOf(child, 'title'), { title })]
    seen.add(title)
    return []
  })
}

const markup = (node: Resolved): readonly Issue[] =>
  [
    ...['title', 'description', 'x-pattern-hint', 'x-unit', 'x-corner'].map((keyword) => [keyword]),
    ...headTexts(node),
  ].flatMap((keys) => {
    const found = /<\/?[a-z!][^>]*>?/i.exec(String(valueAt(node.keywords, keys) ?? ''))
    return found ? [packIssue('text-markup', placeOf(node, pointerOf(keys)), { markup: found[0] })] : []
  })

/** Where the heads of a matrix say something. */
const headTexts = (node: Resolved): readonly (readonly string[])[] =>
  ['x-rows', 'x-columns'].flatMap((side) => {
    const heads = node.keywords[side]
    return (Array.isArray(heads) ? heads : []).flatMap((_, i) =>
      ['title', 'group'].map((part) => [side, String(i), part]),
    )
  })

const holders = ['section', 'group']

/** Required names that are no property, or one that only holds others: it is empty exactly when they are. */
const requiredUnknown = (node: Resolved): readonly Issue[] => {
  const { required } = node.keywords
  if (!Array.isArray(required)) return []
  return required.flatMap((key: Json, i) => {
    if (typeof key !== 'string') return []
    const origin = placeOf(node, `/required/${i}`)
    const child = node.children.get(key)
    if (!child)
      return [packIssue('required-unknown', origin, { key, suggestion: nearest(key, [...node.children.keys()]) })]
    const wanted = '字段、表格或矩阵的键（分节和分组的必填项，写在它自己的 required 里）'
    return holders.includes(String(child.keywords['x-kind']))
      ? [packIssue('wrong-value', origin, { keyword: key, wanted })]
      : []
  })
}

const pairs = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['x-min-chars', 'x-max-chars'],
] as const

const bounds = (node: Resolved): readonly Issue[] =>
  pairs.flatMap(([low, high]) => {
    const [least, most] = [node.keywords[low], node.keywords[high]]
    const wrong = typeof least === 'number' && typeof most === 'number' && least > most
    return wrong ? [packIssue('bounds-order', originOf(node, low), { low, high })] : []
  })
