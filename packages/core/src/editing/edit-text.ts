import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'
import type { Json } from '../answers/json.ts'

/** Keys and indexes from the root of a file. */
export type Keys = readonly (string | number)[]

/*
 * Changes to the text of a JSON file that leave every other byte as the person wrote it: a library's `modify` would lay
 * out the neighbours anew. Each takes a text that parses and gives one that parses; a place that is not there leaves
 * the text as it was.
 */

const nodeAt = (text: string, keys: Keys): Node | undefined => {
  const root = parseTree(text)
  return root && findNodeAtLocation(root, [...keys])
}

const replaced = (text: string, from: number, to: number, content: string): string =>
  text.slice(0, from) + content + text.slice(to)

const endOf = (node: Node): number => node.offset + node.length
const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')
const unitOf = (text: string): string => /\n([\t ]+)\S/.exec(text)?.[1] ?? '  '

/** The white space at the beginning of the line that an offset is in. */
const indentAt = (text: string, offset: number): string =>
  /^[\t ]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset))?.[0] ?? ''

const laidOut = (text: string, value: Json, indent: string): string =>
  JSON.stringify(value, null, unitOf(text)).replaceAll('\n', `${eolOf(text)}${indent}`)

/** Sets a value, or takes it away when there is none. What is written anew comes last in its object. */
export const setValue = (text: string, keys: Keys, value: Json | undefined): string => {
  const node = nodeAt(text, keys)
  if (value === undefined) return node?.parent ? withoutNode(text, node) : text
  if (node) return replaced(text, node.offset, endOf(node), laidOut(text, value, indentAt(text, node.offset)))
  const [holder, key] = [keys.slice(0, -1), keys.at(-1)]
  return typeof key === 'string' ? insertProperty(text, holder, key, value, Number.POSITIVE_INFINITY) : text
}

/** With the comma that its going leaves behind. */
const withoutNode = (text: string, value: Node): string => {
  const node = value.parent?.type === 'property' ? value.parent : value
  const around = node.parent?.children ?? []
  const index = around.indexOf(node)
  const [before, after] = [around[index - 1], around[index + 1]]
  if (before) return replaced(text, endOf(before), endOf(node), '')
  if (after) return replaced(text, node.offset, after.offset, '')
  const holder = node.parent
  return holder ? replaced(text, holder.offset + 1, endOf(holder) - 1, '') : text
}

/** A new property, at a place among those that are there. Objects on the way are made. */
export const insertProperty = (text: string, holder: Keys, key: string, value: Json, index: number): string => {
  const node = nodeAt(text, holder)
  if (!node) return holder.length > 0 ? setValue(text, holder, { [key]: value }) : text
  return node.type === 'object' ? inserted(text, node, index, `${JSON.stringify(key)}: `, value) : text
}

/** A new item, before the one at the index. */
export const insertItem = (text: string, list: Keys, index: number, value: Json): string => {
  const node = nodeAt(text, list)
  if (!node) return setValue(text, list, [value])
  return node.type === 'array' ? inserted(text, node, index, '', value) : text
}

/** A list or object on one line stays on it. */
const inserted = (text: string, holder: Node, index: number, name: string, value: Json): string => {
  const around = holder.children ?? []
  const [first, last, next] = [around[0], around.at(-1), around[index]]
  const outer = indentAt(text, holder.offset)
  if (!first || !last) {
    const inner = `${outer}${unitOf(text)}`
    const content = `${eolOf(text)}${inner}${name}${laidOut(text, value, inner)}${eolOf(text)}${outer}`
    return replaced(text, holder.offset + 1, endOf(holder) - 1, content)
  }
  const isSpread = text.slice(holder.offset, first.offset).includes('\n')
  const indent = indentAt(text, first.offset)
  const content = `${name}${isSpread ? laidOut(text, value, indent) : JSON.stringify(value)}`
  const gap = isSpread ? `${eolOf(text)}${indent}` : ' '
  return next
    ? replaced(text, next.offset, next.offset, `${content},${gap}`)
    : replaced(text, endOf(last), endOf(last), `,${gap}${content}`)
}

/** Another key for a property, in the same place. */
export const renameKey = (text: string, keys: Keys, key: string): string => {
  const name = nodeAt(text, keys)?.parent?.children?.[0]
  return name?.type === 'string' ? replaced(text, name.offset, endOf(name), JSON.stringify(key)) : text
}

/** Takes a property to a place in the same object or in another. The index counts what is there without it. */
export const moveProperty = (text: string, keys: Keys, holder: Keys, index: number, newKey?: string): string => {
  const node = nodeAt(text, keys)
  const isInside = keys.every((one, i) => holder[i] === one)
  if (!node || isInside) return text
  const value: Json = JSON.parse(text.slice(node.offset, endOf(node)))
  return insertProperty(setValue(text, keys, undefined), holder, newKey ?? String(keys.at(-1)), value, index)
}
