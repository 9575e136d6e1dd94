import type { ValidateFunction } from 'ajv/dist/2020.js'
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

/** The validator of a meta-schema, made ahead or now. */
export const validatorOf = (ref: string): ValidateFunction | undefined => ready?.validators[ref] ?? compile?.(ref)
