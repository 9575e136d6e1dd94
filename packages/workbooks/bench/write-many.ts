import { Writable } from 'node:stream'
import { streamSummary } from '../src/index.ts'
import { submissionsComing, today, wide } from './lists.ts'

// A process of its own: `maxRSS` is the most that it ever held.
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
await streamSummary(wide, submissionsComing(Number(process.argv[2])), nowhere, { today })
console.log(Math.round(process.resourceUsage().maxRSS / 1024))
