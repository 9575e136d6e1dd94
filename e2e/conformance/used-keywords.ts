import { readdirSync, readFileSync } from 'node:fs'
import { isObject, type Json } from '../../packages/core/src/index.ts'

const folder = new URL('../../fixtures/schemas/', import.meta.url)

/** For each kind of node, the keywords that the synthetic pack gives to at least one of them. */
export const usedKeywords = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const used = new Map<string, Set<string>>()
  const visit = (value: Json | undefined): void => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    if (!isObject(value)) return
    // What a reference stands for has its kind there.
    const kind = value['x-kind'] ?? (value.$ref === undefined ? undefined : '$ref')
    if (typeof kind === 'string') {
      const here = used.get(kind) ?? new Set()
      for (const key of Object.keys(value)) here.add(key)
      used.set(kind, here)
    }
    for (const inner of Object.values(value)) visit(inner)
  }
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.schema.json')) visit(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
  return used
}
