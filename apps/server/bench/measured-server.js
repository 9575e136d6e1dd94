import { enableCompileCache } from 'node:module'

// A server as the command starts it, whose parent asks what it has cost by closing its standard input.
enableCompileCache()
const { serve } = await import('../src/serve.ts')

const [data = '', schemas = ''] = process.argv.slice(2)
const { close } = await serve({ data, schemas, port: 0, host: '127.0.0.1' })
for await (const _ of process.stdin);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
console.log(JSON.stringify({ peak: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1000 }))
await close()
process.exit()
