import { mergeTexts } from '@policyforms/core/editing'

/** The files of a working copy, by path. */
export type Files = ReadonlyMap<string, string>

/** What was done, and what was undone since. */
export interface History {
  readonly past: readonly Step[]
  readonly now: Files
  readonly future: readonly Step[]
}

interface Step {
  readonly before: Files
  readonly after: Files
  /** What the step did, in words: 改名称. */
  readonly did: string
  readonly at: number
}

/** How long one goes on with the same thing before it counts as another step. */
const sameThingMs = 1500
const mostSteps = 200

export const startHistory = (now: Files): History => ({ past: [], now, future: [] })

/** A change; typing on in the same field is one step. */
export const changed = (history: History, now: Files, did: string, at: number): History => {
  const last = history.past.at(-1)
  // What others did in between is no part of it.
  const isNext = last?.after === history.now && history.future.length === 0
  const goesOn = isNext && last.did === did && at - last.at < sameThingMs
  const step = { before: goesOn ? last.before : history.now, after: now, did, at }
  return { past: [...(goesOn ? history.past.slice(0, -1) : history.past), step].slice(-mostSteps), now, future: [] }
}

const parses = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** What a step changed in one file, on top of what others have done to it since. */
const over = (now: string | undefined, from: string | undefined, to: string | undefined): string | undefined => {
  if (now === from || now === undefined || from === undefined || to === undefined) return to
  return [now, from, to].every(parses) ? mergeTexts(from, now, to, 'mine').text : to
}

/** The files with what lies between two states of them done; what others did meanwhile stays. */
const moved = (now: Files, from: Files, to: Files): Files => {
  const files = new Map(now)
  for (const path of new Set([...from.keys(), ...to.keys()])) {
    if (from.get(path) === to.get(path)) continue
    const text = over(now.get(path), from.get(path), to.get(path))
    if (text === undefined) files.delete(path)
    else files.set(path, text)
  }
  return files
}

export const undone = (history: History): History => {
  const { past, now, future } = history
  const last = past.at(-1)
  if (!last) return history
  return { past: past.slice(0, -1), now: moved(now, last.after, last.before), future: [last, ...future] }
}

export const redone = (history: History): History => {
  const { past, now } = history
  const [next, ...future] = history.future
  if (!next) return history
  return { past: [...past, next], now: moved(now, next.before, next.after), future }
}
