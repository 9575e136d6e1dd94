import { type DraftHead, isObject, type Json, type JsonObject } from '@policyforms/core'
import { unwritten } from '@policyforms/core/editing'
import type { Draft, DraftNode } from '@policyforms/documents'
import type { Namer } from './keys.ts'
import { coverOf } from './outline-cover.ts'
import { keysIn } from './outline-keys.ts'

/** Text that came from a file is text: no tags, nothing invisible. */
const harmless = (value: Json): Json => {
  if (typeof value === 'string')
    return (
      value
        .replace(/[^\P{C}\n]|\p{Co}/gu, ' ')
        .replaceAll('<', '＜')
        .trim() || '未命名'
    )
  if (Array.isArray(value)) return value.map(harmless)
  return isObject(value) ? harmlessObject(value) : value
}
const harmlessObject = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [key, item === undefined ? item : harmless(item)]))

const nonEmpty = (title: string) => title.trim() || '未命名'

const propertiesOf = (nodes: readonly DraftNode[], holder: string, namer: Naming): JsonObject => {
  const keys = keysIn(nodes, holder, namer)
  return Object.fromEntries(nodes.map((node, i) => [keys[i] ?? '', schemaOf(node, namer)]))
}

const requiredOf = (nodes: readonly DraftNode[], holder: string, namer: Namer): JsonObject => {
  const keys = keysIn(nodes, holder, namer)
  const required = keys.filter((_, i) => nodes[i]?.isRequired === true && nodes[i]?.children === undefined)
  return required.length > 0 ? { required } : {}
}

const placeholders = unwritten.options.map((title) => ({ title, isOpen: false }))

const optionsOf = ({ options }: DraftNode, namer: Namer): JsonObject => {
  if (!options) return {}
  // A choice without options is told by check as unfinished.
  const given = options.length > 1 ? options : [...options, ...placeholders].slice(0, 2)
  const titles = [...new Map(given.map((option) => [option.title, option])).values()]
  const codes = namer.codes(titles.map((option) => option.title))
  const oneOf = titles.map(
    ({ title, isOpen }, i): Json => ({
      const: codes[i] ?? '',
      title: title.slice(0, 120),
      ...(isOpen && { 'x-other': true }),
    }),
  )
  return { oneOf }
}

const headsOf = (heads: readonly DraftHead[], namer: Namer): Json => {
  const keys = namer.keys(heads.map(({ title, group = '' }) => `${group}${title}`))
  return heads.map(({ title, group, sums }, i) => ({
    key: keys[i] ?? '',
    title: nonEmpty(title),
    ...(group !== undefined && { group: nonEmpty(group) }),
    ...(sums && { sums: sums.flatMap((place) => keys[place] ?? []) }),
  }))
}

/** What is printed beforehand, as its column's kind has it: 2026年 is 2026 in a column of years. */
const presetFor = (column: DraftNode | undefined, given: string | number): string | number | undefined => {
  const kind = column?.keywords['x-kind'] ?? ''
  if (!['number', 'money', 'percent', 'year'].includes(kind)) return `${given}`
  const figures = /-?\d+(?:\.\d+)?/.exec(`${given}`.replace(/[,，\s]/g, ''))?.[0]
  return figures === undefined ? undefined : Number(figures)
}

const tableOf = (
  { children = [], totals = [], merge = [], headGroups = [], fixedRows }: DraftNode,
  namer: Naming,
): JsonObject => {
  const titles = children.map((child) => child.title)
  const keys = namer.keys(titles)
  // Of a column that a person has taken away nothing is said.
  const keysFor = (named: readonly string[]) => named.flatMap((title) => keys[titles.indexOf(title)] ?? [])
  const bounded = children.map((child) => {
    const [full] = keysFor(child.atMost === undefined ? [] : [child.atMost])
    return full === undefined ? child : { ...child, keywords: { ...child.keywords, 'x-at-most': `row.${full}` } }
  })
  const rows = fixedRows?.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([title, text]) => {
        const value = presetFor(children[titles.indexOf(title)], text)
        return value === undefined ? [] : keysFor([title]).map((key) => [key, value])
      }),
    ),
  )
  const groups = headGroups
    .map(({ title, of }) => ({ title: nonEmpty(title).slice(0, 60), of: keysFor(of) }))
    .filter(({ of }) => of.length > 0)
  const listed = { 'x-totals': keysFor(totals), 'x-head-groups': groups, 'x-merge': keysFor(merge) }
  return {
    items: { properties: propertiesOf(bounded, '', namer), ...requiredOf(children, '', namer) },
    ...Object.fromEntries(Object.entries(listed).filter(([, list]) => list.length > 0)),
    ...(rows && { 'x-fixed-rows': rows }),
  }
}

/** A column that names the rows of a table which a person has taken away is text. */
const standing = (node: DraftNode, { tables }: Naming): DraftNode =>
  node.refers === undefined || tables.has(node.refers)
    ? node
    : { ...node, keywords: { 'x-kind': 'text', maxLength: 200 } }

/** What a node names elsewhere in the pack: a table's rows, a code list of its own. */
const namedBy = (node: DraftNode, { tables, lists }: Naming): JsonObject => {
  const table = node.refers === undefined ? undefined : tables.get(node.refers)
  const list = lists.get(node.evidence.place)
  return { ...(table && { 'x-refers': table }), ...(list && { 'x-codes': list.id }) }
}

const schemaOf = (drawn: DraftNode, namer: Naming): JsonObject => {
  const node = standing(drawn, namer)
  const { 'x-kind': kind, ...facets } = node.keywords
  const head = {
    'x-kind': kind,
    title: nonEmpty(node.title),
    ...facets,
    ...optionsOf(node, namer),
    ...namedBy(node, namer),
  }
  if (kind === 'table') return { ...head, ...tableOf(node, namer) }
  if (node.heads) {
    const heads = { 'x-rows': headsOf(node.heads.rows, namer), 'x-columns': headsOf(node.heads.columns, namer) }
    // A cell has a title of its own in the dialect; it is the matrix's.
    const cell = typeof facets['x-cell'] === 'object' && !Array.isArray(facets['x-cell']) ? facets['x-cell'] : {}
    return { ...head, ...heads, 'x-cell': { ...cell, title: nonEmpty(node.title) } }
  }
  if (!node.children) return head
  return {
    ...head,
    properties: propertiesOf(node.children, node.title, namer),
    ...requiredOf(node.children, node.title, namer),
  }
}

/** A code list that the outline asks for and nobody has: a beginning to be replaced. */
export interface LocalList {
  readonly id: string
  readonly title: string
}

interface Naming extends Namer {
  /** The paths of tables and the code lists of fields, by where they stand in the file. */
  readonly tables: ReadonlyMap<string, string>
  readonly lists: ReadonlyMap<string, LocalList>
}

const tablePaths = (
  nodes: readonly DraftNode[],
  namer: Namer,
  holder = '',
  above: readonly string[] = [],
): readonly (readonly [string, string])[] => {
  const keys = keysIn(nodes, holder, namer)
  return nodes.flatMap((node, i) => {
    const path = [...above, keys[i] ?? '']
    return node.keywords['x-kind'] === 'table'
      ? [[node.evidence.place, path.join('.')] as const]
      : tablePaths(node.children ?? [], namer, node.title, path)
  })
}

const cascadesIn = (nodes: readonly DraftNode[]): readonly DraftNode[] =>
  nodes.flatMap((node) => [
    ...(node.keywords['x-kind'] === 'cascade' && node.keywords['x-codes'] === undefined ? [node] : []),
    ...cascadesIn(node.children ?? []),
  ])

const localLists = (draft: Draft, namer: Namer): ReadonlyMap<string, LocalList> => {
  const found = cascadesIn(draft.sections)
  const ids = namer.codes(found.map(({ title }) => title))
  return new Map(
    found.map(({ title, evidence }, i) => [evidence.place, { id: ids[i] ?? '', title: title.replace(/[（(].*$/, '') }]),
  )
}

export interface OutlineTemplate {
  readonly schema: JsonObject
  readonly lists: readonly LocalList[]
}

/** The template's JSON for a draft, and the code lists that it cannot do without. */
export const outlineTemplate = (draft: Draft, named: Namer): OutlineTemplate => {
  const lists = localLists(draft, named)
  const namer: Naming = { ...named, tables: new Map(tablePaths(draft.sections, named)), lists }
  return { schema: outlineSchema(draft, namer), lists: [...lists.values()] }
}

const outlineSchema = (draft: Draft, namer: Naming): JsonObject => {
  const cover = coverOf(draft, namer)
  return harmlessObject({
    $schema: '../dialect/template.schema.json',
    'x-kind': 'template',
    'x-version': '0.1.0',
    title: draft.title.join('').slice(0, 120),
    ...(draft.writesNone && { 'x-blank': 'write-none' }),
    'x-document': {
      profile: 'book',
      ...(cover && { cover }),
      ...(draft.notes.length > 0 && { notes: draft.notes.filter((note) => note.trim() !== '') }),
    },
    properties: propertiesOf(draft.sections, '', namer),
  })
}
