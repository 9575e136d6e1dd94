import type { Answers } from '@policyforms/core'
import { createStore, del, getMany, keys, set } from 'idb-keyval'

/** What a tab has typed and the server has not confirmed: the sections as they were, and as they are now. */
export interface Unsaved {
  readonly draft: string
  readonly at: string
  readonly before: Answers
  readonly after: Answers
}

interface Left {
  readonly unsaved: Unsaved
  forget(): Promise<void>
}

/** A copy of unsaved answers in this browser, so that a crash, a dead server or an expired session loses nothing. */
export interface Mirror {
  /** False when this browser would not keep it. */
  keep(unsaved: Unsaved): Promise<boolean>
  /** The same before this call returns, for a page that is going away: it gets no time to wait in. */
  keepNow(unsaved: Unsaved): void
  clear(): Promise<void>
  /** The form is closed: what is still kept is for the next that opens the draft, in this page too. */
  release(): void
  /** What tabs that are gone have left of this draft, oldest first. Each is to be forgotten once it is safe elsewhere. */
  left(): Promise<readonly Left[]>
}

const store = createStore('policyforms', 'unsaved')

// Only what a page leaves behind stands here: small, and written before the call returns.
const parting = 'policyforms/left/'

const readParting = (prefix: string): readonly (readonly [string, Unsaved])[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(parting + prefix))
    // Written by `keepNow` alone.
    .map((key) => [key.slice(parting.length), JSON.parse(localStorage.getItem(key) ?? '') as Unsaved] as const)

/** Holds a lock as long as the form is open: what belongs to a name without a lock was left behind. Gives its release. */
const holdLock = (name: string): (() => void) => {
  const held = Promise.withResolvers<void>()
  navigator.locks
    ?.request(name, () => held.promise)
    .catch(() => {
      // Only when the page goes away.
    })
  return held.resolve
}

const livingNames = async (): Promise<ReadonlySet<string>> => {
  const held = (await navigator.locks?.query())?.held ?? []
  return new Set(held.map((lock) => lock.name ?? ''))
}

export const openMirror = (draft: string, tab: string): Mirror => {
  const prefix = `${draft}/`
  const name = prefix + tab
  const release = holdLock(name)
  // Writes of one key in their order: a slow one must not bring back what a later one replaced.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(write: () => Promise<T>): Promise<T> => {
    const done = last.then(write, write)
    last = done.catch(() => undefined)
    return done
  }
  return {
    keep: (unsaved) =>
      inTurn(() => set(name, unsaved, store)).then(
        () => {
          localStorage.removeItem(parting + name)
          return true
        },
        () => false,
      ),
    keepNow: (unsaved) => {
      try {
        localStorage.setItem(parting + name, JSON.stringify(unsaved))
      } catch {
        // Full: the copy that is kept while typing, and the save on its way, have to do.
      }
    },
    release,
    clear: () => {
      localStorage.removeItem(parting + name)
      return inTurn(() => del(name, store)).catch(() => undefined)
    },
    left: async () => {
      try {
        const living = await livingNames()
        const names = (await keys<string>(store)).filter(
          (key) => key.startsWith(prefix) && key !== name && !living.has(key),
        )
        const found = await getMany<Unsaved | undefined>(names, store)
        // What a page wrote last is newest; its lock may outlive it by a moment.
        const newest = new Map(names.flatMap((key, i) => (found[i] ? [[key, found[i]] as const] : [])))
        for (const [key, unsaved] of readParting(prefix)) if (key !== name) newest.set(key, unsaved)
        const forget = (key: string) => {
          localStorage.removeItem(parting + key)
          return del(key, store)
        }
        return [...newest]
          .map(([key, unsaved]) => ({ unsaved, forget: () => forget(key) }))
          .toSorted((a, b) => a.unsaved.at.localeCompare(b.unsaved.at))
      } catch {
        return []
      }
    },
  }
}
