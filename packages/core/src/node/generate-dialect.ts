import { mkdirSync, writeFileSync } from 'node:fs'
import { dialectModule } from '../pack/compile-dialect.ts'

const folder = new URL('../../generated/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL('dialect.js', folder), dialectModule())
