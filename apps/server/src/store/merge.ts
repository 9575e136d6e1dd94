import type { Json, SavePatch } from '@policyforms/core'

/** A section as it is now: its JSON text, and which save made it. */
export interface Current {
  /** Null when it was taken away. */
  readonly value: string | null
  readonly revision: number
  readonly tab: string | null
  readonly turn: number | null
}

export interface Merge {
  /** What is to be written. */
  readonly changes: ReadonlyMap<string, string | null>
  /** Sections that both changed, differently. */
  readonly conflicts: readonly string[]
  /** Sections that others changed and the patch does not touch. */
  readonly others: readonly string[]
}

export const textOf = (value: Json): string | null => (value === null ? null : JSON.stringify(value))

/** What a save does to the sections as they are now. Sections are merged; within a section the first to save wins. */
export const merge = (current: ReadonlyMap<string, Current>, patch: SavePatch): Merge => {
  const isForeign = (now: Current) => now.revision > patch.base && !(patch.tab !== undefined && now.tab === patch.tab)
  const isOvertaken = (now: Current) =>
    patch.tab !== undefined && now.tab === patch.tab && (now.turn ?? 0) > (patch.turn ?? Number.POSITIVE_INFINITY)

  const changes = new Map<string, string | null>()
  const conflicts: string[] = []
  for (const [section, value] of Object.entries(patch.sections)) {
    const now = current.get(section)
    const text = textOf(value)
    if ((now?.value ?? null) === text) continue
    if (now && isForeign(now)) conflicts.push(section)
    else if (!now || !isOvertaken(now)) changes.set(section, text)
  }
  const others = [...current].flatMap(([section, now]) =>
    isForeign(now) && !Object.hasOwn(patch.sections, section) ? [section] : [],
  )
  return { changes, conflicts, others }
}
