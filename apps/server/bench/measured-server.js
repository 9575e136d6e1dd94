import { existsSync, readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'

// A server as the command starts it, whose parent asks what it has cost by closing its standard input.
enableCompileCache()
await import('../src/few-arenas.js')
const { serve } = await import('../src/serve.ts')

const [data = '', schemas = ''] = process.argv.slice(2)
const { close } = await serve({ data, schemas, port: 0, host: '127.0.0.1' })
for await (const _ of process.stdin);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
// On Linux `maxRSS` begins with what the parent held when it forked.
const status = '/proc/self/status'
const held = existsSync(status) && /VmHWM:\s*(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1]
console.log(JSON.stringify({ peak: Number(held || maxRSS) / 1024, cpu: (userCPUTime + systemCPUTime) / 1000 }))
await close()
process.exit()
