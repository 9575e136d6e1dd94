import {
  type FileChange,
  type FilesConflict,
  type FilesPatch,
  type FormCheck,
  type SavedFiles,
  valueAt,
  type WorkingCopy,
} from '@policyforms/core'
import type { Keys } from '@policyforms/core/editing'
import type { CheckRequest, CheckResult } from './check/check-messages.ts'
import { type Checker, changesBetween, startChecker } from './check/checker.ts'
import { type FormChecker, type FormsFound, noForms, startFormChecker } from './check/form-checker.ts'
import { changed, type Files, type History, redone, startHistory, undone } from './model/history.ts'
import { parsed } from './model/outline.ts'

type FilesSettled = NonNullable<FilesPatch['settled']>

export type Saving =
  | { readonly is: 'saved'; readonly at: string }
  | { readonly is: 'waiting' | 'saving' }
  | { readonly is: 'away'; readonly message: string }
  | { readonly is: 'conflict'; readonly conflict: FilesConflict }

export interface WorkshopState {
  readonly history: History
  /** The template under the hand, as a path. */
  readonly file: string
  readonly saving: Saving
  /** Of the files as they were a moment ago; undefined before the first check. */
  readonly result: CheckResult | undefined
  readonly isChecking: boolean
  readonly forms: FormsFound
}

/** What the store needs of the outside. */
export interface WorkshopEnds {
  readonly save: (patch: FilesPatch) => Promise<SavedFiles | { readonly conflict: FilesConflict }>
  readonly judge: (patterns: readonly string[]) => Promise<CheckRequest['judged']>
  readonly checkForms: (unsaved: readonly FileChange[]) => Promise<readonly FormCheck[]>
  readonly now: () => number
}

const saveAfterMs = 800
const tryAgainMs = 4000

const mapOf = (files: readonly { readonly path: string; readonly text: string }[]): Files =>
  new Map(files.map(({ path, text }) => [path, text]))

export const templateFiles = (files: Files): readonly string[] =>
  [...files.keys()].filter((path) => /^[^/]+\/[^/]+\.schema\.json$/.test(path)).sort()

/** What says the same as before stays the same object, so that no page draws it again. */
const sharing = (before: CheckResult | undefined, now: CheckResult): CheckResult => {
  if (!before) return now
  const templates = Object.entries(now.templates).map(([name, template]) => {
    const known = Object.hasOwn(before.templates, name) ? before.templates[name] : undefined
    return [name, known?.hash === template.hash ? known : template] as const
  })
  const isSame = JSON.stringify(before.issues) === JSON.stringify(now.issues)
  return { ...now, templates: Object.fromEntries(templates), issues: isSame ? before.issues : now.issues }
}

/** One working copy in one tab: its files with undo, the check of them, and saving. */
export class WorkshopStore {
  readonly copy: WorkingCopy
  readonly around: Files
  /** As they were published last, or taken from the folder. */
  #taken: Files
  #state: WorkshopState
  /** The files as the server has them, and since which revision. */
  #saved: { readonly revision: number; readonly files: Files }
  readonly #ends: WorkshopEnds
  readonly #checker: Checker
  readonly #forms: FormChecker
  readonly #listeners = new Set<() => void>()
  #saveTimer: ReturnType<typeof setTimeout> | undefined
  #isSending = false
  /** How a conflict is to end, with the next saving. */
  #settled: FilesSettled | undefined

  constructor(copy: WorkingCopy, ends: WorkshopEnds) {
    const files = mapOf(copy.files)
    this.copy = copy
    this.around = mapOf(copy.around)
    this.#taken = mapOf(copy.taken)
    this.#ends = ends
    this.#saved = { revision: copy.revision, files }
    this.#state = {
      history: startHistory(files),
      file: templateFiles(files)[0] ?? '',
      saving: { is: 'saved', at: copy.savedAt },
      result: undefined,
      isChecking: true,
      forms: noForms,
    }
    this.#forms = startFormChecker(
      () => ends.checkForms(this.unsaved()),
      (change) => this.#set({ forms: { ...this.#state.forms, ...change } }),
    )
    this.#checker = startChecker(copy.pack, this.around, ends.judge, (result) => {
      this.#set({ result: sharing(this.#state.result, result), isChecking: false })
      this.#forms.check(result.templates)
    })
    this.#checker.check(files)
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly state = (): WorkshopState => this.#state

  #set(change: Partial<WorkshopState>) {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  get files(): Files {
    return this.#state.history.now
  }
  textOf(path: string): string {
    return this.files.get(path) ?? ''
  }

  show(file: string) {
    if (this.files.has(file)) this.#set({ file })
  }

  takenText(path: string): string {
    return this.#taken.get(path) ?? ''
  }
  /** What is here is what everybody has now. */
  published() {
    this.#taken = this.#saved.files
  }

  /** The key that a node had when the copy was taken, if it was there then: word of it must be left. */
  publishedKey(path: string, keys: Keys): string | undefined {
    const taken = this.#taken.get(path)
    const isThere = taken !== undefined && valueAt(parsed(taken), keys) !== undefined
    return isThere ? String(keys.at(-1)) : undefined
  }

  /** A change of one file; null takes it away. `did` says it in words, for undo. */
  write(path: string, text: string | null, did: string) {
    const files = new Map(this.files)
    if (text === null) files.delete(path)
    else files.set(path, text)
    this.replace(files, did)
  }

  replace(files: Files, did: string) {
    if (changesBetween(this.files, files).length === 0) return
    this.#move(changed(this.#state.history, files, did, this.#ends.now()))
  }

  undo() {
    this.#move(undone(this.#state.history))
  }
  redo() {
    this.#move(redone(this.#state.history))
  }

  #move(history: History) {
    if (history === this.#state.history) return
    const file = history.now.has(this.#state.file) ? this.#state.file : (templateFiles(history.now)[0] ?? '')
    const saving: Saving = this.#state.saving.is === 'conflict' ? this.#state.saving : { is: 'waiting' }
    this.#set({ history, file, saving, isChecking: true })
    this.#checker.check(history.now)
    this.#saveSoon(saveAfterMs)
  }

  #saveSoon(ms: number) {
    clearTimeout(this.#saveTimer)
    this.#saveTimer = setTimeout(() => void this.saveNow(), ms)
  }

  /** What the server does not have yet. */
  unsaved(): readonly FileChange[] {
    return changesBetween(this.#saved.files, this.files)
  }
  get isUnsaved(): boolean {
    return this.unsaved().length > 0
  }

  /** Sends what has changed, or asks for what others did. */
  async saveNow(): Promise<void> {
    clearTimeout(this.#saveTimer)
    if (this.#isSending || this.#state.saving.is === 'conflict') return
    const sent = this.files
    const files = changesBetween(this.#saved.files, sent)
    this.#isSending = true
    if (files.length > 0) this.#set({ saving: { is: 'saving' } })
    const settled = this.#settled
    this.#settled = undefined
    try {
      const answer = await this.#ends.save({ base: this.#saved.revision, files, ...(settled && { settled }) })
      if ('conflict' in answer) this.#set({ saving: { is: 'conflict', conflict: answer.conflict } })
      else this.#settle(sent, answer, settled?.take === 'theirs' ? '采用别人的改动' : undefined)
    } catch (error) {
      this.#settled ??= settled
      this.#set({ saving: { is: 'away', message: error instanceof Error ? error.message : String(error) } })
      this.#saveSoon(tryAgainMs)
    } finally {
      this.#isSending = false
    }
  }

  /**
   * What was sent is saved; what others did comes in, unless it was typed over meanwhile. It is a step of one's own only
   * if one has chosen it: `did`.
   */
  #settle(sent: Files, { revision, savedAt, others }: SavedFiles, did: string | undefined) {
    const saved = new Map(sent)
    const now = new Map(this.files)
    for (const { path, text } of others) {
      const isTypedOver = now.get(path) !== sent.get(path)
      for (const files of isTypedOver ? [saved] : [saved, now])
        if (text === null) files.delete(path)
        else files.set(path, text)
    }
    this.#saved = { revision, files: saved }
    const { history: was } = this.#state
    const came = did === undefined ? { ...was, now } : changed(was, now, did, this.#ends.now())
    const history = others.length > 0 ? came : was
    const isAll = changesBetween(saved, now).length === 0
    this.#set({ history, saving: isAll ? { is: 'saved', at: savedAt } : { is: 'waiting' } })
    if (others.length > 0) this.#checker.check(now)
    if (!isAll) this.#saveSoon(saveAfterMs)
  }

  /** Ends a conflict: where both changed the same place, mine stays or theirs; all else that either did stays. */
  resolve(take: FilesSettled['take']) {
    const { saving } = this.#state
    if (saving.is !== 'conflict') return
    this.#settled = { revision: saving.conflict.revision, take }
    this.#set({ saving: { is: 'waiting' } })
    this.#saveSoon(0)
  }

  close() {
    clearTimeout(this.#saveTimer)
    this.#checker.close()
    this.#forms.close()
    this.#listeners.clear()
  }
}
