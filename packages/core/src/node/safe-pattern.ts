import { checkSync } from 'recheck'

const known = new Map<string, boolean>()

/** Whether no input can make the pattern run super-linearly long. Answers are kept: packs share patterns. */
export const isSafePattern = (source: string): boolean => {
  const told = known.get(source)
  if (told !== undefined) return told
  const isSafe = checkSync(source, 'u', { timeout: 2000 }).status === 'safe'
  known.set(source, isSafe)
  return isSafe
}
