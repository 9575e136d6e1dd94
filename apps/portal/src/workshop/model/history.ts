/** The files of a working copy, by path. */
export type Files = ReadonlyMap<string, string>

/** What was done, and what was undone since. */
export interface History {
  readonly past: readonly Step[]
  readonly now: Files
  readonly future: readonly Step[]
}

interface Step {
  readonly files: Files
  /** What the step after it did, in words: 改名称. */
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
  const goesOn = last?.did === did && at - last.at < sameThingMs && history.future.length === 0
  const past = goesOn ? history.past.with(-1, { ...last, at }) : [...history.past, { files: history.now, did, at }]
  return { past: past.slice(-mostSteps), now, future: [] }
}

export const undone = (history: History): History => {
  const last = history.past.at(-1)
  if (!last) return history
  return {
    past: history.past.slice(0, -1),
    now: last.files,
    future: [{ ...last, files: history.now }, ...history.future],
  }
}

export const redone = (history: History): History => {
  const [next, ...future] = history.future
  if (!next) return history
  return { past: [...history.past, { ...next, files: history.now }], now: next.files, future }
}
