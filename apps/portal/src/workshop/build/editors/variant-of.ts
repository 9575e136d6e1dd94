import { isObject, type Json } from '@policyforms/core'
import { type Dialect, type Meta, resolved } from '../../model/dialect.ts'
import { isExpression } from '../../model/expression-places.ts'

/** How a value of a meta-schema is edited. What fits none is edited as JSON. */
export type Variant =
  | 'switch'
  | 'tri-state'
  | 'choice'
  | 'number'
  | 'line'
  | 'paragraph'
  | 'list'
  | 'record'
  | 'either'
  | 'expression'
  | 'key'
  | 'name'
  | 'names'
  | 'map'
  | 'json'

const long = 120

/** The ways in which a keyword may be written, when there are several. */
export const waysOf = (of: Dialect, schema: Meta): readonly Meta[] => {
  const { oneOf, type, if: test, then: yes, else: no, allOf } = schema
  if (Array.isArray(oneOf)) return oneOf.map((one) => resolved(of, one))
  if (!Array.isArray(type)) return []
  return type
    .filter((one) => typeof one === 'string')
    .map((one) => ({
      type: one,
      title: typeNames[one] ?? one,
      ...narrowed(of, one, [
        ...(Array.isArray(allOf) ? allOf : []),
        ...(test === undefined ? [] : [{ if: test, then: yes, else: no } as Json]),
      ]),
    }))
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  object: '写明各项',
  array: '几条',
  number: '数字',
  integer: '整数',
}

/** What conditions on the type ask of this one. */
const narrowed = (of: Dialect, type: string, conditions: readonly Json[]): Meta =>
  Object.assign(
    {},
    ...conditions.map((condition) => {
      if (!isObject(condition) || !isObject(condition.if)) return {}
      const branch = condition.if.type === type ? condition.then : condition.else
      return withoutType(resolved(of, branch), type, of)
    }),
  )

const withoutType = (schema: Meta, type: string, of: Dialect): Meta => {
  const { type: own, title: _, ...rest } = schema
  return Array.isArray(own) ? narrowed(of, type, Array.isArray(rest.allOf) ? rest.allOf : []) : rest
}

export const variantOf = (of: Dialect, schema: Meta): Variant => {
  if (schema.const === true) return 'switch'
  if (schema['x-key'] === true) return 'key'
  if (typeof schema['x-names'] === 'string') return 'name'
  if (isExpression(schema)) return 'expression'
  if (Array.isArray(schema.enum)) return 'choice'
  if (waysOf(of, schema).length > 0) return 'either'
  switch (schema.type) {
    case 'boolean':
      return 'tri-state'
    case 'integer':
    case 'number':
      return 'number'
    case 'string':
      return typeof schema.maxLength === 'number' && schema.maxLength > long ? 'paragraph' : 'line'
    case 'array':
      return schema.uniqueItems === true && typeof resolved(of, schema.items)['x-names'] === 'string' ? 'names' : 'list'
    case 'object':
      if (isObject(schema.properties)) return 'record'
      return isObject(schema.additionalProperties) ? 'map' : 'json'
    default:
      return 'json'
  }
}

/** Which of several ways a value is written in. */
export const wayIn = (ways: readonly Meta[], value: Json | undefined): number => {
  const type = Array.isArray(value) ? 'array' : isObject(value) ? 'object' : typeof value
  const found = ways.findIndex(
    (way) =>
      way.type === type ||
      (type === 'number' && way.type === 'integer') ||
      (way.const !== undefined && way.const === value),
  )
  return found
}

/** What a value of a schema begins as. */
export const beginOf = (of: Dialect, schema: Meta): Json => {
  switch (variantOf(of, schema)) {
    case 'switch':
      return true
    case 'list':
    case 'names':
      return []
    case 'record':
    case 'map':
      return {}
    case 'choice':
      return Array.isArray(schema.enum) ? (schema.enum[0] ?? null) : null
    case 'either': {
      const [first] = waysOf(of, schema)
      return first ? beginOf(of, first) : ''
    }
    case 'number':
      return typeof schema.minimum === 'number' ? schema.minimum : 0
    case 'json':
      return null
    default:
      return ''
  }
}

/** What a closed set calls each of its words. */
export const wordsOf =
  ({ enum: options, enumDescriptions: names }: Meta) =>
  (option: Json): string => {
    const name = Array.isArray(names) && Array.isArray(options) ? names[options.indexOf(option)] : undefined
    return typeof name === 'string' ? name : String(option)
  }
