import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import { fingerprint } from './meta-schemas.ts'

interface Generated {
  readonly fingerprint: string
  readonly validators: Readonly<Record<string, ValidateFunction>>
}

/** What `generate` has made, if it was made from the meta-schemas as they are now. */
const generated = async (): Promise<Generated | undefined> => {
  const path = new URL('../../generated/dialect.js', import.meta.url).href
  const found: Generated | undefined = await import(path).catch(() => undefined)
  return found?.fingerprint === fingerprint() ? found : undefined
}

const ready = await generated()
const compile = ready ? undefined : (await import('./compile-dialect.ts')).compileDialect()

const compiled = new Map<string, ValidateFunction>()
const validator = (ref: string): ValidateFunction => {
  const known = ready?.validators[ref] ?? compiled.get(ref) ?? compile?.(ref)
  if (!known) throw new Error(`no meta-schema ${ref}`)
  compiled.set(ref, known)
  return known
}

/** What ajv finds wrong with a value held against one meta-schema (`policy`) or one of its parts (`template#money`). */
export const shapeErrors = (schema: string, value: unknown): readonly ErrorObject[] => {
  const [file, def] = schema.split('#')
  const validate = validator(`${file}.schema.json${def ? `#/$defs/${def}` : ''}`)
  return validate(value) ? [] : (validate.errors ?? [])
}
