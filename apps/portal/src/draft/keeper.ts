import type { Answers, Conflict, Draft, Saved, SavePatch } from '@policyforms/core'
import { ServerTrouble } from '../server/call.ts'
import { changedSections, isSame, mergeAnswers, withSections } from './merge-answers.ts'
import type { Mirror, Unsaved } from './mirror.ts'
import { afterPatch, patchSections } from './patch-sections.ts'

type Saving =
  | { readonly is: 'saved' }
  | { readonly is: 'saving' }
  /** Not on the server; tried again by itself at `retryAt` (ms since 1970). `isMirrored`: this browser has a copy. */
  | { readonly is: 'kept'; readonly why: string; readonly retryAt: number; readonly isMirrored: boolean }
  /** Not on the server, and trying again would not help. */
  | { readonly is: 'refused'; readonly why: string; readonly error: string; readonly isMirrored: boolean }

export interface KeeperState {
  readonly saving: Saving
  readonly savedAt: string
  readonly revision: number
  readonly title: string
  /** Sections that were changed here and elsewhere: one decides before anything more is saved. */
  readonly conflict?: { readonly sections: readonly string[]; readonly theirs: Answers; readonly mine: Answers }
}

export interface KeeperPorts {
  readonly tab: string
  readonly send: (patch: SavePatch, leaving: boolean) => Promise<Saved>
  readonly read: () => Promise<Draft>
  readonly mirror: Mirror
  /** The answers changed by something other than typing: a merge or a decision. */
  readonly onMerged: (answers: Answers) => void
  /** After each save that reached the server. */
  readonly onSaved: (revision: number) => void
  readonly now: () => number
}

export interface Keeper {
  state(): KeeperState
  subscribe(listener: () => void): () => void
  answers(): Answers
  edit(answers: Answers): void
  /** Saves at once whatever is not saved; resolves when the try has ended, well or not. */
  saveNow(): Promise<void>
  /** The page goes away: sent without waiting. */
  leave(): void
  /** The form closes and the page stays: what is not saved is kept before this call returns, then saved if it can be. */
  park(): void
  /** Another tab saved: brings its sections in. */
  catchUp(revision: number): Promise<void>
  /** Puts back what a tab that is gone had not saved. Gives the sections that came back, once this tab has its own copy. */
  takeOver(unsaved: Unsaved): Promise<readonly string[]>
  /** Settles a conflict: these sections as they are elsewhere, the others as they are here. */
  resolve(theirs: readonly string[]): void
  close(): void
}

const idle = 800
const patience = [2_000, 4_000, 8_000, 16_000, 30_000]

/** Keeps a draft: gathers what is typed, saves it when idle, and merges what others save. Knows nothing of React. */
export const openKeeper = (draft: Draft, ports: KeeperPorts): Keeper => {
  let base = { revision: draft.revision, answers: draft.answers }
  let mine = draft.answers
  let state: KeeperState = {
    saving: { is: 'saved' },
    savedAt: draft.savedAt,
    revision: draft.revision,
    title: draft.title,
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let failures = 0
  let turn = 0
  let isMirrored = true
  let isClosed = false
  const listeners = new Set<() => void>()

  const tell = (change: Partial<KeeperState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const dirty = () => changedSections(base.answers, mine)
  const wait = (delay: number) => {
    clearTimeout(timer)
    if (!isClosed) timer = setTimeout(() => void saveNow(), delay)
  }
  const unsaved = (changed: readonly string[]): Unsaved => ({
    draft: draft.id,
    at: new Date(ports.now()).toISOString(),
    before: withSections({}, base.answers, changed),
    after: withSections({}, mine, changed),
  })
  const mirrorMine = async () => {
    const changed = dirty()
    if (changed.length === 0) return void ports.mirror.clear()
    isMirrored = await ports.mirror.keep(unsaved(changed))
  }
  const patchOf = (keys: readonly string[]): SavePatch => ({
    base: base.revision,
    sections: patchSections(mine, keys),
    tab: ports.tab,
    turn: ++turn,
  })

  /** Takes what the server has for the new base. `suspects`: the only sections that can be in conflict, if known. */
  const adopt = (next: typeof base, ancestor: Answers, suspects?: readonly string[]) => {
    const merged = mergeAnswers(ancestor, mine, next.answers)
    const sections = suspects ? merged.conflicts.filter((key) => suspects.includes(key)) : merged.conflicts
    const isNews = !isSame(mine, merged.answers)
    base = next
    mine = merged.answers
    if (isNews) ports.onMerged(mine)
    tell({
      revision: next.revision,
      ...(sections.length > 0 && { conflict: { sections, theirs: next.answers, mine } }),
    })
  }

  const accept = (sent: SavePatch['sections'], saved: Saved) => {
    failures = 0
    if (saved.revision <= base.revision) return
    const ancestor = afterPatch(base.answers, sent)
    adopt({ revision: saved.revision, answers: afterPatch(ancestor, saved.others) }, ancestor)
    tell({ savedAt: saved.savedAt, title: saved.title, saving: { is: 'saving' } })
    ports.onSaved(saved.revision)
  }

  /** Elsewhere it was carried over to another version: answers of two versions are not merged by sections. */
  const leaveVersion = () => {
    const why = '这份材料已在别处换到新版模板，要重新打开才能继续填写。'
    tell({ saving: { is: 'refused', why, error: 'carried', isMirrored } })
  }

  const refuse = (error: unknown) => {
    if (!(error instanceof ServerTrouble)) throw error
    if (error.status === 409 && error.refusal?.error === 'conflict') {
      const { draft: theirs, sections } = error.refusal as Conflict // 409 carries one, by the wire
      if (theirs.hash !== draft.hash) return leaveVersion()
      adopt({ revision: theirs.revision, answers: theirs.answers }, base.answers, sections)
      return tell({ saving: { is: 'saving' } })
    }
    const delay = patience[Math.min(failures, patience.length - 1)] ?? 0
    failures += 1
    tell({
      saving: error.isPassing
        ? { is: 'kept', why: error.message, retryAt: ports.now() + delay, isMirrored }
        : { is: 'refused', why: error.message, error: error.refusal?.error ?? String(error.status), isMirrored },
    })
    if (error.isPassing) wait(delay)
  }

  const attempt = async () => {
    clearTimeout(timer)
    const keys = dirty()
    if (state.conflict) return
    if (keys.length > 0) {
      const patch = patchOf(keys)
      if (state.saving.is === 'saved') tell({ saving: { is: 'saving' } })
      await ports.send(patch, false).then((saved) => accept(patch.sections, saved), refuse)
      await mirrorMine()
    }
    if (state.conflict || (keys.length > 0 && state.saving.is !== 'saving')) return
    if (dirty().length > 0) wait(0)
    else tell({ saving: { is: 'saved' } })
  }
  // One save at a time; who asks while one is on its way gets another after it.
  const saveNow = async (): Promise<void> => {
    while (running) await running
    running = attempt().finally(() => {
      running = undefined
    })
    return running
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    answers: () => mine,
    edit: (answers) => {
      if (isSame(mine, answers)) return
      mine = answers
      void mirrorMine()
      if (state.saving.is === 'kept') return
      tell({ saving: { is: 'saving' } })
      wait(idle)
    },
    saveNow,
    leave: () => {
      const keys = dirty()
      if (keys.length === 0) return
      ports.mirror.keepNow(unsaved(keys))
      if (state.conflict) return
      const patch = patchOf(keys)
      ports.send(patch, true).then(
        (saved) => !isClosed && accept(patch.sections, saved),
        () => undefined,
      )
    },
    park: () => {
      const keys = dirty()
      if (keys.length > 0) ports.mirror.keepNow(unsaved(keys))
      ports.mirror.release()
      void saveNow()
    },
    catchUp: async (revision) => {
      while (running) await running
      if (revision <= base.revision || state.conflict) return
      if (dirty().length > 0) return saveNow()
      const theirs = await ports.read().catch(() => undefined)
      if (!theirs) return
      if (theirs.hash !== draft.hash) return leaveVersion()
      if (theirs.revision > base.revision) adopt({ revision: theirs.revision, answers: theirs.answers }, base.answers)
      if (dirty().length > 0) wait(idle)
    },
    takeOver: async (unsaved) => {
      const keys = Object.keys({ ...unsaved.before, ...unsaved.after })
      const ancestor = withSections(base.answers, unsaved.before, keys)
      mine = withSections(base.answers, unsaved.after, keys)
      const isBack = changedSections(base.answers, mine)
      adopt(base, ancestor)
      if (isBack.length > 0) {
        ports.onMerged(mine)
        tell({ saving: { is: 'saving' } })
        wait(0)
      }
      await mirrorMine()
      return isBack
    },
    resolve: (theirs) => {
      const { conflict, ...rest } = state
      if (!conflict) return
      mine = withSections(mine, conflict.theirs, theirs)
      state = rest
      ports.onMerged(mine)
      tell({ saving: { is: 'saving' } })
      void saveNow()
    },
    close: () => {
      isClosed = true
      clearTimeout(timer)
      listeners.clear()
    },
  }
}
