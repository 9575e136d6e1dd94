import { createRequire } from 'node:module'
import { isPlainlySafe } from '../pack/plainly-safe.ts'

const require = createRequire(import.meta.url)
const known = new Map<string, boolean>()

/** Whether no input can make the pattern run super-linearly long. Answers are kept: packs share patterns. */
export const isSafePattern = (source: string): boolean => {
  const told = known.get(source)
  if (told !== undefined) return told
  const isSafe = isPlainlySafe(source) || analyse(source)
  known.set(source, isSafe)
  return isSafe
}

/** The analysis proper is heavy to load, so only patterns that need it pay for it. */
const analyse = (source: string): boolean => {
  process.env.RECHECK_SYNC_BACKEND ??= 'pure'
  const { checkSync }: typeof import('recheck') = require('recheck')
  return checkSync(source, 'u', { timeout: 2000 }).status === 'safe'
}
