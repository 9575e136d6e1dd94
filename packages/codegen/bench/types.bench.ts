import { openSchemas } from '@policyforms/core/node'
import { generateTypes } from '../src/index.ts'

const rounds = 15

const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** CPU time of one template's types, hot: what `types` costs for each further template. */
export const bench = {
  name: 'codegen',
  run: async () => {
    const { packs } = await openSchemas('schemas')
    const templates = packs.flatMap((pack) => pack.templates)
    for (let round = 0; round < 5; round++) for (const template of templates) await generateTypes(template)
    const rows = []
    for (const template of templates) {
      const times = []
      for (let round = 0; round < rounds; round++) times.push(await cpuOf(() => generateTypes(template)))
      rows.push({ work: `types ${template.id}`, ours: median(times), must: 25, unit: 'CPU ms' })
    }
    return rows
  },
}
