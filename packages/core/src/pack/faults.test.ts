import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Json } from '../answers/json.ts'
import { keysOf, withValue } from '../answers/pointer.ts'
import { engines } from '../node/index.ts'
import { compileSchemas } from './index.ts'

interface Case {
  readonly why: string
  readonly set?: Record<string, Record<string, Json>>
  readonly files?: Record<string, Json>
  readonly text?: Record<string, string>
  readonly without?: readonly string[]
  readonly issues: readonly object[]
}
const read = (name: string) => JSON.parse(readFileSync(new URL(`faults/${name}.json`, import.meta.url), 'utf8'))
const base: Record<string, Json> = read('base')
const cases: readonly Case[] = read('cases')

const filesOf = ({ set = {}, files = {}, text = {}, without = [] }: Case) => {
  const changed = Object.entries({ ...base, ...files }).map(([path, content]) => {
    const changes = Object.entries(set[path] ?? {})
    return [
      path,
      JSON.stringify(changes.reduce((so, [at, value]) => withValue(so, keysOf(at), value), content)),
    ] as const
  })
  const texts = { ...Object.fromEntries(changed), ...text }
  return Object.entries(texts)
    .filter(([path]) => !without.includes(path))
    .map(([path, content]) => ({ path, text: content === 'NESTED' ? '['.repeat(1000) : content }))
}

it.each(cases)('$why', (one) => {
  const { issues, packs } = compileSchemas(filesOf(one), engines)
  expect(issues).toHaveLength(one.issues.length)
  expect(issues).toEqual(one.issues.map((issue) => expect.objectContaining(issue)))
  for (const issue of issues)
    expect(issue).toMatchObject({ file: expect.any(String), line: expect.any(Number), column: expect.any(Number) })
  const others = issues.filter(
    ({ file = '' }) => !['zz/procedure.json', 'zz/indicators.json', 'zz/jurisdiction.json'].includes(file),
  )
  const isBroken = others.some((issue) => issue.severity === 'error' && issue.file?.startsWith('zz/report'))
  expect(packs[0]?.templates).toHaveLength(
    isBroken || others.some((issue) => ['ref-cycle', 'unknown-codes', 'unknown-clause'].includes(issue.code)) ? 0 : 1,
  )
})
