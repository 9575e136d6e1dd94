import { isObject, type Json, type JsonObject, property } from '@policyforms/core'
import { type Dialect, type Meta, resolved } from './dialect.ts'

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {})
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

/** Whether a record is as a condition of a meta-schema wants it. Ours ask for keys that are there, and for constants. */
const holds = (test: Json | undefined, record: JsonObject): boolean => {
  const { not, required, properties } = objectOf(test)
  return (
    (not === undefined || !holds(not, record)) &&
    listOf(required).every((key) => record[String(key)] !== undefined) &&
    Object.entries(objectOf(properties)).every(
      ([key, wanted]) => record[key] === undefined || record[key] === property(wanted, 'const'),
    )
  )
}

/** A definition with what its conditions add, given what a record says now. */
export const withConditions = (of: Dialect, schema: Meta, record: JsonObject): Meta => {
  const branches = [schema, ...listOf(schema.allOf)].flatMap((condition) => {
    const { if: test, then: yes, else: no } = objectOf(condition)
    return test === undefined ? [] : [resolved(of, holds(test, record) ? yes : no)]
  })
  // What stands in the definition itself says more than a branch that only mentions it.
  const properties = Object.assign({}, ...branches.map((branch) => branch.properties), schema.properties)
  const order = { ...objectOf(schema.properties), ...properties }
  const required = [schema, ...branches].flatMap((part) => listOf(part.required))
  return { ...schema, properties: order, required: [...new Set(required)] }
}
