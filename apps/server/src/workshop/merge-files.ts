import { type FileChange, type FilesConflict, keysOf, valueAt } from '@policyforms/core'
import { mergeTexts, type Side } from '@policyforms/core/editing'
import type { Texts } from './workshop-store.ts'

interface MergedFiles {
  /** What is to be written. */
  readonly changes: readonly FileChange[]
  readonly conflicts: FilesConflict['files']
}

/**
 * A person's files on top of what is there now, both changed from `base`. With `take` it is decided whose stays where both
 * changed the same place, and there are no conflicts.
 */
export const mergeFiles = (base: Texts, now: Texts, mine: readonly FileChange[], take?: Side): MergedFiles => {
  const merged = mine.map((file) => {
    const { text, at } = mergeFile(base.get(file.path), now.get(file.path), file.text, take)
    return { path: file.path, text, at: take ? [] : at }
  })
  return {
    changes: merged.flatMap(({ path, text, at }) =>
      at.length > 0 || text === (now.get(path) ?? null) ? [] : [{ path, text }],
    ),
    conflicts: merged.flatMap(({ path, at }) => (at.length > 0 ? [{ path, text: now.get(path) ?? null, at }] : [])),
  }
}

const whole = ['']

const mergeFile = (
  base: string | undefined,
  now: string | undefined,
  mine: string | null,
  take: Side | undefined,
): { readonly text: string | null; readonly at: readonly string[] } => {
  if (now === base || now === (mine ?? undefined)) return { text: mine, at: [] }
  if (mine === (base ?? null)) return { text: now ?? null, at: [] }
  const one = { text: take === 'mine' ? mine : (now ?? null), at: whole }
  if (base === undefined || now === undefined || mine === null) return one
  // While a person types, a file may not parse: then it is one thing, and both have changed it.
  if (![base, now, mine].every(parses)) return one
  const { text, conflicts } = mergeTexts(base, now, mine, take)
  return { text, at: conflicts }
}

const parses = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const saidAt = (text: string | null, place: string): string | null | undefined =>
  place === '' || text === null ? text : JSON.stringify(valueAt(JSON.parse(text), keysOf(place)))

/** Whether nothing is contested now that was not seen to be, with the same said on the other side. */
export const isSameContest = (seen: FilesConflict['files'], now: FilesConflict['files']): boolean =>
  now.every(({ path, text, at }) => {
    const known = seen.find((one) => one.path === path)
    return (
      known !== undefined &&
      at.every((place) => known.at.includes(place) && saidAt(known.text, place) === saidAt(text, place))
    )
  })
