import { isObject, type Json, type JsonObject, property } from '@policyforms/core'
import { renamedKey } from '@policyforms/core/editing'
import { withConditions } from '../model/conditions.ts'
import { type Dialect, type Meta, resolved } from '../model/dialect.ts'
import { packDialect } from './pack-dialect.ts'

/*
 * A key of one map is named elsewhere in the same file: a stage by its transitions, a fact by conditions. When a person
 * gives it another, what names it follows. Which value names what is said by the meta-schema (`x-names`).
 */

/** How expressions name the entries of a map. */
const inExpressions: Readonly<Record<string, string>> = {
  facts: 'facts',
  parameters: 'parameters',
  obligations: 'due',
}

/** The file with one of its keywords changed, and what named a renamed key after it. */
export const withNamesFollowed = (file: JsonObject, keyword: string, next: Json | undefined): JsonObject => {
  const { [keyword]: now, ...others } = file
  const changed = next === undefined ? others : { ...file, [keyword]: next }
  const renamed = isObject(now) && isObject(next) ? renamedKey(now, next) : undefined
  const schema = packDialect[String(file.$schema).replace(/^.*\//, '')]
  if (!renamed || !isObject(schema)) return changed
  const followed = follow(packDialect, changed, resolved(packDialect, schema), { what: keyword, ...renamed })
  return isObject(followed) ? followed : changed
}

interface Renaming {
  readonly what: string
  readonly from: string
  readonly to: string
}

const follow = (of: Dialect, value: Json, schema: Meta, renaming: Renaming): Json => {
  const { what, from, to } = renaming
  if (typeof value === 'string') {
    if (schema['x-names'] !== undefined) return schema['x-names'] === what && value === from ? to : value
    const root = inExpressions[what]
    return root ? value.replaceAll(new RegExp(`\\b${root}\\.${from}\\b`, 'g'), `${root}.${to}`) : value
  }
  if (Array.isArray(value)) {
    const item = resolved(of, schema.items)
    return value.map((one: Json) => follow(of, one, item, renaming))
  }
  if (!isObject(value)) return value
  const { properties, additionalProperties, propertyNames } = withConditions(of, schema, value)
  const isKeyed = property(propertyNames, 'x-names') === what
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [
      isKeyed && key === from ? to : key,
      follow(of, held ?? null, resolved(of, property(properties, key) ?? additionalProperties), renaming),
    ]),
  )
}
