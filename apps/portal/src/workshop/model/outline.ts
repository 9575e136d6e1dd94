import { isObject, type Json, type JsonObject, property } from '@policyforms/core'
import type { Keys } from '@policyforms/core/editing'

/** A node of a template as its text has it: what the outline shows and the property form edits. */
export interface OutlineNode {
  /** Its keys joined by `/`; unlike a position it stays when others move. */
  readonly id: string
  readonly keys: Keys
  readonly key: string
  readonly kind: string
  readonly title: string
  /** Of a reference: what it turns out to be. */
  readonly becomes?: string
  /** Whether the object around it asks for it. */
  readonly isRequired: boolean
  /** Where its children stand, if it can have any. */
  readonly holder?: Keys
  readonly children: readonly OutlineNode[]
}

export const idOf = (keys: Keys): string => keys.join('/')
export const keysOfId = (id: string): Keys => (id === '' ? [] : id.split('/'))

/** Where the children of a node of a kind are written below it. */
export const holderBelow: Readonly<Record<string, Keys>> = {
  template: ['properties'],
  section: ['properties'],
  group: ['properties'],
  table: ['items', 'properties'],
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** The tree of a template's text; undefined while the text does not parse. */
export const outlineOf = (text: string): readonly OutlineNode[] | undefined => {
  const root = parsed(text)
  return isObject(root) ? childrenOf(root, [], 'template') : undefined
}

/** Texts are asked for again and again while they stand; those before the latest few are forgotten. */
const mostKnown = 48
const known = new Map<string, Json | undefined>()

/** What a text says; undefined while it does not parse. */
export const parsed = (text: string): Json | undefined => {
  if (known.has(text)) return known.get(text)
  const [oldest] = known.keys()
  if (oldest !== undefined && known.size >= mostKnown) known.delete(oldest)
  const value = read(text)
  known.set(text, value)
  return value
}

const read = (text: string): Json | undefined => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const childrenOf = (node: JsonObject, keys: Keys, kind: string): readonly OutlineNode[] => {
  const below = holderBelow[kind]
  if (!below) return []
  const holder = below.slice(0, -1).reduce<Json | undefined>((so, key) => property(so, String(key)), node)
  const properties = property(holder, 'properties')
  const required = property(holder, 'required')
  const isRequired = (key: string) => Array.isArray(required) && required.includes(key)
  return Object.entries(isObject(properties) ? properties : {}).map(([key, value]) =>
    nodeOf(isObject(value) ? value : {}, [...keys, ...below, key], key, isRequired(key)),
  )
}

const nodeOf = (value: JsonObject, keys: Keys, key: string, isRequired: boolean): OutlineNode => {
  const kind = textOf(value['x-kind']) || (value.$ref === undefined ? '' : 'ref')
  const below = holderBelow[kind]
  return {
    id: idOf(keys),
    keys,
    key,
    kind,
    title: textOf(value.title) || key,
    isRequired,
    ...(below && { holder: [...keys, ...below] }),
    children: childrenOf(value, keys, kind),
  }
}

/** Keys without what only structures them: how rules and former places name a node. */
export const pathOf = (keys: Keys): readonly string[] => keys.filter((_, i) => keys[i - 1] === 'properties').map(String)

/** What a compiled template tells of a node that its text does not: parts that are referred to. */
export interface Told {
  readonly title: string
  readonly kind: string
}

/** The same outline with what references turn out to be. */
export const withReferences = (
  nodes: readonly OutlineNode[],
  tell: (path: readonly string[]) => Told | undefined,
): readonly OutlineNode[] =>
  nodes.map((node) => {
    const told = node.kind === 'ref' ? tell(pathOf(node.keys)) : undefined
    return {
      ...node,
      title: node.title === node.key ? (told?.title ?? node.title) : node.title,
      ...(told && { becomes: told.kind }),
      children: withReferences(node.children, tell),
    }
  })

const saysSame = (one: OutlineNode, other: OutlineNode): boolean =>
  one.title === other.title &&
  one.kind === other.kind &&
  one.becomes === other.becomes &&
  one.isRequired === other.isRequired

/** The same tree, in which whatever says the same as before is the same object: only the other rows are drawn again. */
export const sharing = (before: readonly OutlineNode[], now: readonly OutlineNode[]): readonly OutlineNode[] => {
  const former = new Map(before.map((node) => [node.id, node]))
  const nodes = now.map((node) => {
    const old = former.get(node.id)
    if (!old) return node
    const children = sharing(old.children, node.children)
    return children === old.children && saysSame(old, node) ? old : { ...node, children }
  })
  return nodes.length === before.length && nodes.every((node, i) => node === before[i]) ? before : nodes
}

/** The nodes of a template's text that a place in it stands below, outer before inner. */
export const nodesAbove = (text: string, keys: readonly string[]): readonly OutlineNode[] => {
  const byId = new Map(allNodes(outlineOf(text) ?? []).map((node) => [node.id, node]))
  return keys.map((_, i) => byId.get(idOf(keys.slice(0, i + 1)))).filter((node) => node !== undefined)
}

/** Every node, outer before inner. */
export const allNodes = (nodes: readonly OutlineNode[]): readonly OutlineNode[] =>
  nodes.flatMap((node) => [node, ...allNodes(node.children)])
