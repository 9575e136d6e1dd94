#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Stripping types and compiling is half of the start: kept from one call to the next, where the machine lets us. This
// file comes before the cache, so it has no types: what strips them would take 25 MB of a server for as long as it runs.
enableCompileCache()
if (process.argv[2] === 'serve') await import('@policyforms/server/few-arenas')
await import('./src/main.ts')
