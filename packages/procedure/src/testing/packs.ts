import { readdirSync, readFileSync } from 'node:fs'
import { type Json, type JsonObject, withValue } from '@policyforms/core'
import { openSchemas } from '@policyforms/core/node'
import type { ProcedureSource } from '@policyforms/core/pack'
import { compileProcedure } from '../compile/index.ts'
import type { Procedure } from '../procedure.ts'

const dir = new URL('../../../../schemas', import.meta.url).pathname

const openSources = async (): Promise<ReadonlyMap<string, ProcedureSource>> => {
  const { packs } = await openSchemas(dir, { examples: false })
  return new Map(packs.flatMap(({ id, procedure }) => (procedure ? [[id, procedure] as const] : [])))
}

/** Every pack of the project that has a procedure, compiled. */
export const openProcedures = async (): Promise<ReadonlyMap<string, Procedure>> =>
  new Map([...(await openSources())].map(([id, source]) => [id, compiled(source)] as const))

/** The procedure of a pack, with other values of its parameters than those it states. */
export const openProcedureOf = async () => {
  const sources = await openSources()
  return (pack: string, parameters: JsonObject = {}): Procedure => {
    const from = sources.get(pack)
    if (!from) throw new Error(`no procedure in ${pack}`)
    const value = Object.entries(parameters).reduce<Json>(
      (so, [id, other]) => withValue(so, ['parameters', id, 'value'], other),
      from.source.value,
    )
    return compiled({ ...from, source: { ...from.source, value } })
  }
}

const compiled = (from: ProcedureSource): Procedure => {
  const { procedure, issues } = compileProcedure(from)
  if (!procedure) throw new Error(JSON.stringify(issues, null, 2))
  return procedure
}

/** The rows of every table in a folder of cases. A new case edits no test. */
export const readCases = <T>(folder: string): readonly T[] => {
  const at = new URL(`../cases/${folder}/`, import.meta.url)
  return readdirSync(at).flatMap((name): T[] => JSON.parse(readFileSync(new URL(name, at), 'utf8')))
}
