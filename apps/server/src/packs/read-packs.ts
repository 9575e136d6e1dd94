import { parentPort, workerData } from 'node:worker_threads'
import { openSchemas } from '@policyforms/core/node'
import { plainPack } from './plain-pack.ts'

// The library starts this with the folder's name. Templates can be filled before their examples have been tried, and
// trying those takes most of the time.
for (const examples of [false, true]) {
  const { packs } = await openSchemas(String(workerData), { examples })
  parentPort?.postMessage({ packs: packs.map(plainPack), isWhole: examples })
}
