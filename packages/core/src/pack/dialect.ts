import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import { validatorOf } from '#dialect-validators'

const known = new Map<string, ValidateFunction>()
const validator = (ref: string): ValidateFunction => {
  const found = known.get(ref) ?? validatorOf(ref)
  if (!found) throw new Error(`no meta-schema ${ref}`)
  known.set(ref, found)
  return found
}

/** What ajv finds wrong with a value held against one meta-schema (`policy`) or one of its parts (`template#money`). */
export const shapeErrors = (schema: string, value: unknown): readonly ErrorObject[] => {
  const [file, def] = schema.split('#')
  const validate = validator(`${file}.schema.json${def ? `#/$defs/${def}` : ''}`)
  return validate(value) ? [] : (validate.errors ?? [])
}
