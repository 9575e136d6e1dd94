import type { JsonSchema } from '@policyforms/core'

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null

const inParentheses = (type: string) => (type.includes(' | ') ? `(${type})` : type)

/** The unions that have a name of their own, by their text. */
export type NamedUnions = ReadonlyMap<string, string>

const typeOfObject = (schema: JsonSchema, named: NamedUnions): string => {
  const required = Array.isArray(schema.required) ? schema.required : []
  const members = Object.entries(isSchema(schema.properties) ? schema.properties : {}).map(
    ([key, value]) => `${key}${required.includes(key) ? '' : '?'}: ${typeOfValue(value, named)}`,
  )
  return `{ ${members.join('; ')} }`
}

/**
 * The TypeScript type of one leaf's plain schema, on one line.
 * The library could write it too, but walks every option twenty times: half of all its time.
 */
export const typeOfValue = (schema: unknown, named: NamedUnions): string => {
  if (!isSchema(schema)) throw new Error('a leaf without a schema')
  if ('const' in schema) return JSON.stringify(schema.const)
  if (Array.isArray(schema.oneOf)) {
    const union = schema.oneOf.map((one) => typeOfValue(one, named)).join(' | ') || 'never'
    return named.get(union) ?? union
  }
  switch (schema.type) {
    case 'string':
    case 'boolean':
      return schema.type
    case 'integer':
    case 'number':
      return 'number'
    case 'array':
      return `readonly ${inParentheses(typeOfValue(schema.items, named))}[]`
    case 'object':
      return typeOfObject(schema, named)
    default:
      throw new Error(`no TypeScript type for ${JSON.stringify(schema).slice(0, 200)}`)
  }
}
