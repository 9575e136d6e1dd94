import { parentPort, workerData } from 'node:worker_threads'
import { openSchemas } from '@policyforms/core/node'

// The library starts this with the folder's name. What crosses to another thread is plain data, so procedures stay here.
// Templates can be filled before their examples have been tried, and trying those takes most of the time.
for (const examples of [false, true]) {
  const { packs, issues } = await openSchemas(String(workerData), { examples })
  parentPort?.postMessage({ packs: packs.map(({ procedure: _, ...pack }) => pack), issues, isWhole: examples })
}
