import { mkdir, rm, writeFile } from 'node:fs/promises'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import { afterAll, expect, it } from 'vitest'
import { compileDialect, dialectModule } from '../pack/compile-dialect.ts'
import { fingerprint, metaRefs } from '../pack/meta-schemas.ts'

// Beside the real one, so that it finds the same packages.
const folder = new URL('../../generated/', import.meta.url)
const file = new URL(`dialect-${process.pid}.js`, folder)
afterAll(() => rm(file, { force: true }))

it('makes validators that find just what the meta-schemas find', async () => {
  await mkdir(folder, { recursive: true })
  await writeFile(file, dialectModule())
  const made = await import(file.href)
  expect(made.fingerprint).toBe(fingerprint())
  const compile = compileDialect()
  const found = (validate: ValidateFunction | undefined, value: unknown) => {
    validate?.(value)
    return validate?.errors?.map(({ instancePath, keyword, params, parentSchema }) => ({
      instancePath,
      keyword,
      params,
      ...(['pattern', 'oneOf'].includes(keyword) && { words: parentSchema?.description }),
      ...(keyword === 'additionalProperties' && { allowed: Object.keys(parentSchema?.properties ?? {}) }),
    }))
  }
  const wrong = [
    {},
    { 'x-kind': 'money', title: 1, oneOf: [], 'x-unt': '元' },
    { 'x-clause': 3, 'x-codes': 'A b', 'x-refers': 'a' },
    { $schema: 'x', id: 'A b', clauses: [{}] },
    [],
  ]
  for (const ref of metaRefs.filter((one) => !one.startsWith('keywords')))
    for (const value of wrong) expect(found(made.validators[ref], value), ref).toEqual(found(compile(ref), value))
})
