import { parentPort, workerData } from 'node:worker_threads'
import { openSchemas } from '@policyforms/core/node'

// The library starts this with the folder's name. Functions do not cross to another thread; packs are plain data.
const { packs, issues } = await openSchemas(String(workerData))
parentPort?.postMessage({ packs, issues })
