import {
  type Answers,
  type Issue,
  isObject,
  type Json,
  type Lists,
  liveLists,
  type Pointer,
  prefill,
  type Section,
  settle,
  shownNumbers,
  type Template,
  validate,
  valueAt,
  withRowIds,
} from '@policyforms/core'
import { type Keys, keysIn, withPlace } from './place.ts'
import { reuse } from './reuse.ts'
import { withNewRowIds } from './row-ids.ts'
import { byPlace, type IssuesByPlace, isShown, ownIssues } from './show-issues.ts'

/** A control that holds typed text which the answers may not have yet. */
export interface Editor {
  readonly keys: Keys
  /** Writes what is stable of the text; half-composed text is not. */
  commit(): void
  /** Typed into since it has had the focus, and still in use. */
  isInUse(): boolean
}

export interface State {
  /** As typed, hidden ones included. */
  readonly answers: Answers
  /** With computed values, without hidden ones. */
  readonly settled: Answers
  readonly hidden: ReadonlySet<Pointer>
  /** Of sections that are numbered otherwise while others are hidden. */
  readonly numbers: ReadonlyMap<Section, string>
  /** The options of choices; those of references are the rows as they are now. */
  readonly lists: Lists
  readonly issues: readonly Issue[]
  readonly shown: IssuesByPlace
  readonly asked: ReadonlySet<string>
  readonly shy: Pointer | undefined
  readonly section: string
  /** The place that has the focus, for the guide. */
  readonly focus: Pointer | undefined
  /** Where a jump leads; a new object for each jump. */
  readonly aim: Aim | undefined
  /** What was taken away last of what the template has no place for. */
  readonly dropped: Dropped | undefined
}

export interface Dropped {
  readonly at: Pointer
  readonly value: Json
}

interface Aim {
  readonly place: Pointer
}

export interface StoreOptions {
  readonly template: Template
  readonly initial: Answers
  readonly today: string
  readonly role: string | undefined
  readonly readOnly: boolean
  readonly section: string | undefined
  readonly onAnswers: (answers: Answers) => void
}

export type Store = ReturnType<typeof createStore>

const toAnswers = (value: Json | undefined): Answers => (isObject(value) ? value : {})
/** Checks wait until typing rests: they look at the whole template. */
const restBeforeChecks = 60

export const createStore = (options: StoreOptions) => {
  const { template, today, role } = options
  const listeners = new Set<() => void>()
  const editors = new Set<Editor>()
  let onAnswers = options.onAnswers
  let timer: ReturnType<typeof setTimeout> | undefined
  let isLeft = false

  const settleOver = (answers: Answers, before?: State) => {
    const { answers: settled, hidden } = settle(template, answers, { today })
    const lists = reuse(before?.lists, liveLists(template, settled))
    return { settled: reuse(before?.settled, settled), hidden, numbers: shownNumbers(template, hidden), lists }
  }
  // From now on rows keep the ids that they have: one that is deleted must not pass its own on to the next.
  const initial = withRowIds(template, options.initial)
  let state: State = {
    answers: initial,
    ...settleOver(initial),
    issues: [],
    shown: new Map(),
    asked: new Set(),
    shy: undefined,
    section: options.section ?? '',
    focus: undefined,
    aim: undefined,
    dropped: undefined,
  }

  const change = (part: Partial<State>) => {
    const next = { ...state, ...part }
    const heard = part.issues || part.asked || 'shy' in part
    state = heard
      ? {
          ...next,
          shown: byPlace(
            next.issues.filter((issue) => isShown(issue, next)),
            state.shown,
          ),
        }
      : next
    for (const listener of listeners) listener()
  }
  const check = () => {
    clearTimeout(timer)
    timer = undefined
    const settled = { answers: state.settled, hidden: state.hidden }
    const found = validate(template, state.settled, { today, settled, ...(role !== undefined && { role }) })
    const issues = reuse(state.issues, ownIssues(template, state, found, role))
    change(isLeft ? { issues, shy: undefined } : { issues })
    isLeft = false
  }
  const checkSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(check, restBeforeChecks)
  }
  const take = (answers: Answers) => {
    change({ answers, ...settleOver(answers, state) })
    checkSoon()
  }
  const commit = (changed: Answers) => {
    if (changed === state.answers) return
    const answers = withNewRowIds(template, changed)
    take(answers)
    onAnswers(answers)
  }
  const set = (keys: Keys, value: Json | undefined) => {
    const before = valueAt(state.answers, keys)
    if (JSON.stringify(before) !== JSON.stringify(value)) commit(toAnswers(withPlace(state.answers, keys, value)))
  }
  const commitTyping = () => {
    for (const editor of editors) editor.commit()
  }

  return {
    template,
    /** What a new draft begins with. */
    begun: prefill(template, { today }),
    role,
    today,
    readOnly: options.readOnly,
    state: () => state,
    answerAt: (keys: Keys) => valueAt(state.answers, keys),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    listen: (next: (answers: Answers) => void) => {
      onAnswers = next
    },
    set,
    /** Sets many places at once. */
    setAll: (changes: readonly { readonly keys: Keys; readonly value: Json | undefined }[]) =>
      commit(
        toAnswers(
          changes.reduce<Json | undefined>((all, { keys, value }) => withPlace(all, keys, value), state.answers),
        ),
      ),
    /** Changes one place by what stands there at this moment, typed text included. */
    update: (keys: Keys, next: (value: Json | undefined) => Json | undefined) => {
      commitTyping()
      set(keys, next(valueAt(state.answers, keys)))
    },
    flush: (): Answers => {
      commitTyping()
      return state.answers
    },
    replace: (answers: Answers) => {
      commitTyping()
      const kept = [...editors].filter((editor) => editor.isInUse())
      const merged = kept.reduce<Json | undefined>(
        (all, { keys }) => withPlace(all, keys, valueAt(state.answers, keys)),
        answers,
      )
      const next = reuse(state.answers, withRowIds(template, toAnswers(merged)))
      take(next)
      if (kept.length > 0) onAnswers(next)
    },
    /** Takes away what the template has no place for, such as an answer to a field that an older version had. */
    drop: (at: Pointer) => {
      const keys = keysIn(state.answers, at)
      const value = valueAt(state.answers, keys)
      if (value === undefined) return
      set(keys, undefined)
      change({ dropped: { at, value } })
    },
    restoreDropped: () => {
      const { dropped } = state
      if (!dropped) return
      set(keysIn(state.answers, dropped.at), dropped.value)
      change({ dropped: undefined })
    },
    register: (editor: Editor) => {
      editors.add(editor)
      return () => void editors.delete(editor)
    },
    check,
    checkSoon,
    ask: (sections: readonly string[]) => change({ asked: new Set([...state.asked, ...sections]) }),
    show: (section: string) => {
      commitTyping()
      if (section === state.section) return
      change({
        section,
        asked: new Set([...state.asked, state.section]),
        shy: undefined,
        focus: undefined,
        dropped: undefined,
      })
    },
    aim: (place: Pointer) => change({ aim: { place } }),
    enter: (place: Pointer) => {
      const isFresh = !state.shown.has(place)
      isLeft = false
      change({ focus: place, shy: isFresh ? place : undefined })
    },
    leave: () => {
      // What is being checked anyway is said with the result, not before it.
      if (timer !== undefined) isLeft = true
      else if (state.shy !== undefined) change({ shy: undefined })
    },
    dispose: () => {
      commitTyping()
      clearTimeout(timer)
    },
  }
}
