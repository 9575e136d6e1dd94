import { readdirSync, readFileSync } from 'node:fs'
import { openSchemas } from '@policyforms/core/node'
import type { Pack } from '@policyforms/core/pack'
import { compileProcedure } from '../compile/index.ts'
import type { Procedure } from '../procedure.ts'

const dir = new URL('../../../../schemas', import.meta.url).pathname

/** Every pack of the project that has a procedure, compiled. */
export const openProcedures = async (): Promise<ReadonlyMap<string, Procedure>> => {
  const { packs } = await openSchemas(dir, { examples: false })
  return new Map(packs.flatMap((pack) => (pack.procedure ? [[pack.id, compiled(pack)] as const] : [])))
}

const compiled = ({ id, procedure: source }: Pack): Procedure => {
  const { procedure, issues } = source ? compileProcedure(source) : { issues: [] }
  if (!procedure) throw new Error(`${id}: ${JSON.stringify(issues, null, 2)}`)
  return procedure
}

/** The rows of every table in a folder of cases. A new case edits no test. */
export const readCases = <T>(folder: string): readonly T[] => {
  const at = new URL(`../cases/${folder}/`, import.meta.url)
  return readdirSync(at).flatMap((name): T[] => JSON.parse(readFileSync(new URL(name, at), 'utf8')))
}
