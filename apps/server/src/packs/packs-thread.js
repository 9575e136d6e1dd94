import { enableCompileCache, flushCompileCache } from 'node:module'

// Without types, as exports/worker.js: what strips them would stay in memory for as long as the server runs.
enableCompileCache()
await import('./read-packs.ts')
flushCompileCache()
