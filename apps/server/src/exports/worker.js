import { enableCompileCache, flushCompileCache } from 'node:module'

// What strips the types takes some 30 MB in each worker. Modules that were stripped before come from the cache without
// it; this file cannot, for it comes before the cache, so it has no types.
enableCompileCache()
const { work } = await import('./work.ts')

let isKept = false
work(() => {
  if (!isKept) flushCompileCache()
  isKept = true
})
