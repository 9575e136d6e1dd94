import type { Answers, Json } from '@policyforms/core'

/** Two versions of one draft that grew from the same base, section by section. */
export interface Merged {
  /** What only one side changed is taken from that side; a section in conflict stands as mine. */
  readonly answers: Answers
  /** Keys of the sections that both sides changed, and differently. */
  readonly conflicts: readonly string[]
}

export const isSame = (a: Json | undefined, b: Json | undefined): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]))
  return keysOfBoth(a as Answers, b as Answers).every((key) => isSame((a as Answers)[key], (b as Answers)[key]))
}

const keysOfBoth = (a: Answers, b: Answers) => [...new Set([...Object.keys(a), ...Object.keys(b)])]

/** Keys of the sections in which two versions differ. */
export const changedSections = (before: Answers, after: Answers): readonly string[] =>
  keysOfBoth(before, after).filter((key) => !isSame(before[key], after[key]))

export const mergeAnswers = (base: Answers, mine: Answers, theirs: Answers): Merged => {
  const byMe = changedSections(base, mine)
  const conflicts = byMe.filter((key) => !isSame(base[key], theirs[key]) && !isSame(mine[key], theirs[key]))
  return { answers: withSections(theirs, mine, byMe), conflicts }
}

/** `into` with some sections as they stand in `from`. */
export const withSections = (into: Answers, from: Answers, keys: readonly string[]): Answers =>
  Object.fromEntries(
    [
      ...Object.entries(into).filter(([key]) => !keys.includes(key)),
      ...keys.map((key) => [key, from[key]] as const),
    ].filter(([, value]) => value !== undefined),
  )
