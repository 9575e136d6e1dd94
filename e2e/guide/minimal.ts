import { readFileSync } from 'node:fs'
import { isObject, type Json, type JsonObject, keysOf } from '../../packages/core/src/index.ts'
import { type Meta, metas } from './meta.ts'

const everything: Json = JSON.parse(
  readFileSync(new URL('../../fixtures/schemas/everything/application.schema.json', import.meta.url), 'utf8'),
)

/** The node of the synthetic pack that stands at a place among its answers. */
export const nodeAt = (pointer: string): JsonObject => {
  let node: Json | undefined = everything
  for (const key of keysOf(pointer)) {
    const properties: Json | undefined = isObject(node) ? node.properties : undefined
    node = isObject(properties) ? properties[key] : undefined
  }
  if (!isObject(node)) throw new Error(`the synthetic pack has nothing at ${pointer}`)
  return node
}

const first = <T>(list: readonly T[]): readonly T[] => list.slice(0, 2)

/** The first two of some fields, each with what must be written alone. */
const fewFields = (properties: Json | undefined): JsonObject =>
  Object.fromEntries(
    first(Object.entries(isObject(properties) ? properties : {})).map(([key, field]) => [key, smallest(field)]),
  )

const smallest = (value: Json | undefined): Json => {
  if (Array.isArray(value)) return first(value).map(smallest)
  if (!isObject(value)) return value ?? null
  const kind = value['x-kind']
  const meta = typeof kind === 'string' ? metas.template.$defs?.[kind] : undefined
  return meta ? minimal(value, meta) : kept(value, ['key', 'title', 'const', 'x-other'])
}

const kept = (node: JsonObject, keys: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(node).filter(([key]) => keys.includes(key)))

/** The node with what must be written alone, in the order of the synthetic pack. */
export const minimal = (node: JsonObject, meta: Meta): JsonObject => {
  const alternatives = (meta.oneOf ?? []).flatMap(({ required = [] }) => required)
  const needed = kept(node, [...(meta.required ?? []), ...alternatives])
  const { items, properties, oneOf, 'x-rows': rows, 'x-columns': columns, 'x-cell': cell } = needed
  return {
    ...needed,
    ...(Array.isArray(oneOf) && { oneOf: oneOf.map(smallest) }),
    ...(properties !== undefined && { properties: fewFields(properties) }),
    ...(isObject(items) && { items: { properties: fewFields(items.properties) } }),
    ...(rows !== undefined && { 'x-rows': smallest(rows) }),
    ...(columns !== undefined && { 'x-columns': smallest(columns) }),
    ...(cell !== undefined && { 'x-cell': smallest(cell) }),
  }
}
