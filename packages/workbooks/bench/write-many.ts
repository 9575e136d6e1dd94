import { Writable } from 'node:stream'
import { streamSummary } from '../src/index.ts'
import { submissionsComing, today, wide } from './lists.ts'
import { peakMemory } from './peak-memory.ts'

// A process of its own, so that its memory is all its own.
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
await streamSummary(wide, submissionsComing(Number(process.argv[2])), nowhere, { today })
console.log(Math.round(peakMemory()))
