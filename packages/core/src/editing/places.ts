import { findNodeAtLocation, getLocation, type Node, parseTree } from 'jsonc-parser'
import type { Keys } from './edit-text.ts'

export interface TextPlace {
  readonly keys: Keys
  /** Whether a key is being written there, not a value. */
  readonly isKey: boolean
}

/** What stands at an offset of a text, which need not parse. */
export const placeAt = (text: string, offset: number): TextPlace => {
  const { path, isAtPropertyKey } = getLocation(text, offset)
  return { keys: path, isKey: isAtPropertyKey }
}

export type TextRange = readonly [from: number, to: number]

/** Tells from where to where a value stands; with its key, if it has one. As far down as the text has it. */
export const rangesIn = (text: string): ((keys: Keys) => TextRange | undefined) => {
  const root = parseTree(text)
  return (keys) => rangeBelow(root, keys)
}

const rangeBelow = (root: Node | undefined, keys: Keys): TextRange | undefined => {
  for (let length = keys.length; root && length >= 0; length--) {
    const node = findNodeAtLocation(root, keys.slice(0, length).map(asSegment))
    if (!node) continue
    const whole = node.parent?.type === 'property' ? node.parent : node
    return [whole.offset, whole.offset + whole.length]
  }
  return undefined
}

/** The keys of a pointer are all text; those of a list are numbers to the parser. */
const asSegment = (key: string | number): string | number => (/^\d+$/.test(String(key)) ? Number(key) : key)
