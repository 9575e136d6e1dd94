import type { Answers, Draft } from '@policyforms/core'
import type { FillerControls } from '@policyforms/forms'
import { type RefObject, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { readDraft, saveDraft } from '../server/drafts.ts'
import { type Keeper, type KeeperState, openKeeper } from './keeper.ts'
import { openMirror } from './mirror.ts'
import { joinTabs } from './tabs.ts'

export interface Kept {
  readonly keeper: Keeper
  readonly state: KeeperState
  /** How many other tabs have this draft open. */
  readonly others: number
}

interface Happenings {
  /** Answers that came from elsewhere stand in the form now. */
  readonly onMerged: (answers: Answers) => void
  /** A tab that is gone had left unsaved sections here; they are back. */
  readonly onTakenOver: (sections: readonly string[]) => void
}

// Not randomUUID: that is missing where the page comes by plain http from another machine.
const tabName = () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join('')

const open = (
  draft: Draft,
  form: RefObject<FillerControls | null>,
  on: Happenings,
  setOthers: (count: number) => void,
) => {
  const tab = tabName()
  const mirror = openMirror(draft.id, tab)
  const tabs = joinTabs(draft.id, tab, { others: setOthers, saved: (revision) => void keeper.catchUp(revision) })
  const keeper = openKeeper(draft, {
    tab,
    mirror,
    send: (patch, leaving) => saveDraft(draft.id, patch, leaving),
    read: () => readDraft(draft.id),
    onMerged: (answers) => {
      form.current?.replace(answers)
      on.onMerged(answers)
    },
    onSaved: tabs.saved,
    now: Date.now,
  })
  const takeOver = async () => {
    const sections = new Set<string>()
    for (const { unsaved, forget } of await mirror.left()) {
      for (const section of await keeper.takeOver(unsaved)) sections.add(section)
      await forget()
    }
    if (sections.size > 0) on.onTakenOver([...sections])
  }
  const flush = () => form.current && keeper.edit(form.current.flush())
  const leave = () => {
    flush()
    keeper.leave()
  }
  const hide = () => {
    if (document.visibilityState === 'visible') return void keeper.catchUp(Number.POSITIVE_INFINITY)
    flush()
    void keeper.saveNow()
  }
  const again = () => void keeper.saveNow()
  const warn = (event: BeforeUnloadEvent) => {
    const { saving } = keeper.state()
    if ((saving.is === 'kept' || saving.is === 'refused') && !saving.isMirrored) event.preventDefault()
  }
  window.addEventListener('pagehide', leave)
  window.addEventListener('beforeunload', warn)
  window.addEventListener('online', again)
  document.addEventListener('visibilitychange', hide)
  void takeOver()
  const close = () => {
    window.removeEventListener('pagehide', leave)
    window.removeEventListener('beforeunload', warn)
    window.removeEventListener('online', again)
    document.removeEventListener('visibilitychange', hide)
    flush()
    keeper.park()
    keeper.close()
    tabs.close()
  }
  return { keeper, close }
}

/** Keeps a draft for as long as the page that fills it is shown. */
export const useKeeper = (draft: Draft, form: RefObject<FillerControls | null>, on: Happenings): Kept | undefined => {
  const [keeper, setKeeper] = useState<Keeper>()
  const [others, setOthers] = useState(0)
  const happenings = useRef(on)
  happenings.current = on
  const opened = useRef(draft)
  // A layout effect, because its clean-up still finds the form and what is being typed in it.
  useLayoutEffect(() => {
    const kept = open(
      opened.current,
      form,
      {
        onMerged: (answers) => happenings.current.onMerged(answers),
        onTakenOver: (sections) => happenings.current.onTakenOver(sections),
      },
      setOthers,
    )
    setKeeper(kept.keeper)
    return kept.close
  }, [form])
  const state = useSyncExternalStore(keeper ? keeper.subscribe : neverChanges, () => keeper?.state())
  return keeper && state ? { keeper, state, others } : undefined
}

const neverChanges = () => () => undefined
