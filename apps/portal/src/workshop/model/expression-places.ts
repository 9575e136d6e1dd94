import { isObject, type Json, type JsonObject, property } from '@policyforms/core'
import type { Keys } from '@policyforms/core/editing'
import { type Dialect, definitionOf, type Meta, resolved } from './dialect.ts'

/** The meta-schema says of a text that it is an expression. */
export const isExpression = (schema: Meta): boolean => schema.contentMediaType === 'text/x-cel'

/** Every expression of a template, by where it is written. All comes from the meta-schemas: a new keyword needs nothing here. */
export const expressionPlaces = (of: Dialect, template: Json | undefined): readonly Keys[] =>
  isObject(template) ? inNode(of, template, definitionOf(of, 'template'), []) : []

const inNode = (of: Dialect, node: JsonObject, schema: Meta, keys: Keys): readonly Keys[] =>
  Object.entries(node).flatMap(([key, value]): readonly Keys[] => {
    if (key === 'properties') return inChildren(of, value, [...keys, key])
    const own = resolved(of, property(schema.properties, key))
    if (key === 'items' && isObject(value)) return inNode(of, value, own, [...keys, key])
    return inValue(of, value, own, [...keys, key])
  })

const inChildren = (of: Dialect, children: Json | undefined, keys: Keys): readonly Keys[] =>
  Object.entries(isObject(children) ? children : {}).flatMap(([key, child]) => {
    const kind = isObject(child) ? child['x-kind'] : undefined
    return isObject(child)
      ? inNode(of, child, typeof kind === 'string' ? definitionOf(of, kind) : anyKeyword(of), [...keys, key])
      : []
  })

/** What stands beside a `$ref` belongs to a kind that is written elsewhere. */
const anyKeyword = (of: Dialect): Meta => {
  const definitions = property(of['keywords.schema.json'], '$defs')
  return isObject(definitions) ? { properties: definitions } : {}
}

const inValue = (of: Dialect, value: Json | undefined, schema: Meta, keys: Keys): readonly Keys[] => {
  const part = (written: Json | undefined) => resolved(of, written)
  if (typeof value === 'string') return isExpression(schema) ? [keys] : []
  if (Array.isArray(value)) return value.flatMap((item: Json, i) => inValue(of, item, part(schema.items), [...keys, i]))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) =>
    inValue(of, item, part(property(schema.properties, key) ?? schema.additionalProperties), [...keys, key]),
  )
}
