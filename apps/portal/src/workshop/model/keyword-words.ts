import { isObject, type Json, property } from '@policyforms/core'
import { wayIn, waysOf } from '../build/editors/variant-of.ts'
import { withConditions } from './conditions.ts'
import { type Dialect, type Meta, resolved } from './dialect.ts'

const titleOf = (value: Json | undefined): string | undefined => {
  const title = property(value, 'title') ?? property(value, 'label')
  return typeof title === 'string' && title !== '' ? title : undefined
}

/** What of a meta-schema speaks of a value: one of several ways, and what holds under its conditions. */
const speaking = (of: Dialect, schema: Json | undefined, value: Json | undefined): Meta => {
  const own = resolved(of, schema)
  if (!isObject(own.properties)) {
    const ways = waysOf(of, own)
    const way = ways[wayIn(ways, value)]
    if (way) return speaking(of, way, value)
  }
  return withConditions(of, own, isObject(value) ? value : {})
}

/**
 * A path of keywords as the page names them: due/from → 什么时候 › 从哪年起. Things under keys of their own go by their
 * titles, things in a list by theirs or by their number; `named` names what the meta-schema leaves open.
 */
export const keywordWords = (
  of: Dialect,
  schema: Json | undefined,
  value: Json | undefined,
  path: readonly string[],
  named: Readonly<Record<string, string>> = {},
): readonly string[] => {
  const [key, ...rest] = path
  if (key === undefined) return []
  const here = speaking(of, schema, value)
  if (Array.isArray(value)) {
    const item = value[Number(key)]
    return [titleOf(item) ?? `第 ${Number(key) + 1} 项`, ...keywordWords(of, here.items, item, rest, named)]
  }
  const known = property(here.properties, key)
  const held = property(value, key)
  const title = known === undefined ? (titleOf(held) ?? named[key]) : resolved(of, known).title
  const below = known ?? here.additionalProperties
  return [typeof title === 'string' ? title : key, ...keywordWords(of, below, held, rest, named)]
}
