import { createHash } from 'node:crypto'
import { type CompileOptions, compileSchemas, type Engines, type Schemas } from '../pack/index.ts'
import type { Template } from '../template/template.ts'
import { readSchemas } from './read-schemas.ts'
import { isSafePattern } from './safe-pattern.ts'

export interface OpenSchemas extends Schemas {
  /** A compiled template by `pack/template`. */
  readonly template: (id: string) => Template | undefined
}

export const engines: Engines = {
  hash: (text) => createHash('sha256').update(text).digest('hex').slice(0, 32),
  isSafePattern,
}

/** Reads, checks and compiles a schemas folder. */
export const openSchemas = async (dir: string, options: CompileOptions = {}): Promise<OpenSchemas> => {
  const schemas = compileSchemas(await readSchemas(dir), engines, options)
  const templates = new Map(
    schemas.packs.flatMap((pack) => pack.templates.map((template) => [template.id, template] as const)),
  )
  return { ...schemas, template: (id) => templates.get(id) }
}
