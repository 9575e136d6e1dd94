import {
  breakingChanges,
  type CarryNote,
  carryAnswers,
  type DraftCarry,
  type DraftSummary,
  type Issue,
  labelAt,
  type Publishing,
  type Template,
  type WorkingFile,
} from '@policyforms/core'
import type { Store, Who } from '../store/store.ts'
import { compileFiles } from './compile-files.ts'

/** A working copy beside what was published last, or what the folder has. */
export interface Examination {
  readonly who: Who
  readonly pack: string
  readonly around: readonly WorkingFile[]
  readonly before: readonly WorkingFile[]
  readonly after: readonly WorkingFile[]
}

export interface Examined extends Pick<Publishing, 'issues' | 'differences' | 'breaking' | 'sameNumber' | 'drafts'> {
  /** What would be published. */
  readonly templates: readonly Template[]
}

const nameOf = ({ id }: Template) => id.slice(id.indexOf('/') + 1)
const isError = ({ severity }: Issue) => severity === 'error'

/** Everything that a reviewer looks at: faults, differences, what would break, and what would become of each draft. */
export const examine = async (store: Store, { who, pack, around, before, after }: Examination): Promise<Examined> => {
  const { comparePacks } = await import('@policyforms/core/pack')
  const [old, now] = [
    await compileFiles(pack, [...around, ...before], { examples: false }),
    await compileFiles(pack, [...around, ...after]),
  ]
  const pairs = now.templates.flatMap((template) => {
    const last = old.templates.find(({ id }) => id === template.id)
    return last && last.hash !== template.hash ? [{ last, template }] : []
  })
  return {
    templates: now.templates,
    issues: now.issues,
    differences: comparePacks(old, now),
    breaking: pairs
      .map(({ last, template }) => ({ template: nameOf(template), changes: breakingChanges(last, template) }))
      .filter(({ changes }) => changes.length > 0),
    sameNumber: pairs
      .filter(({ last, template }) => last.version === template.version)
      .map(({ template }) => ({ template: nameOf(template), title: template.title, version: template.version })),
    drafts: now.issues.some(isError) ? [] : await carriesOf(store, who, now.templates),
  }
}

/** What would become of each draft that an earlier version is filled by. */
const carriesOf = async (store: Store, who: Who, templates: readonly Template[]): Promise<readonly DraftCarry[]> => {
  const now = new Map(templates.map((template) => [template.id, template]))
  const earlier = (await store.list(who, { state: 'draft' })).filter(
    ({ template, hash }) => now.has(template) && now.get(template)?.hash !== hash,
  )
  const carries: DraftCarry[] = []
  for (const draft of earlier) {
    const carry = await carryOf(store, who, draft, now.get(draft.template))
    if (carry) carries.push(carry)
  }
  return carries.sort((a, b) => attention(b) - attention(a))
}

const mostNotes = 50
const order = ['lost', 'unfit', 'converted', 'moved'] as const
const attention = ({ counts }: DraftCarry) => counts.lost * 1000 + counts.unfit

const carryOf = async (
  store: Store,
  who: Who,
  { id, title, template, hash }: DraftSummary,
  to: Template | undefined,
): Promise<DraftCarry | undefined> => {
  const [from, draft] = await Promise.all([store.template(hash), store.draft(who, id)])
  if (!from || !draft || !to) return undefined
  const { notes } = carryAnswers(from, to, draft.answers)
  const count = (what: CarryNote['what']) => notes.filter((note) => note.what === what).length
  const counts = { moved: count('moved'), converted: count('converted'), unfit: count('unfit'), lost: count('lost') }
  const sorted = notes.toSorted((a, b) => order.indexOf(a.what) - order.indexOf(b.what))
  const named = sorted.slice(0, mostNotes).map((note) => ({
    ...note,
    label: labelAt(from, note.from),
    ...(note.to !== undefined && { labelNow: labelAt(to, note.to) }),
  }))
  return { id, title, template, counts, notes: named }
}
