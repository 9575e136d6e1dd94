import {
  type Answers,
  fieldKindOf,
  type Issue,
  type IssueCode,
  keysOf,
  type Lists,
  type Pointer,
  type Template,
  valueAt,
} from '@policyforms/core'
import { reuse } from './reuse.ts'
import { isSaid, roleAt, trailOf } from './trail.ts'

const missing: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'required',
  'write-none',
  'other-missing',
  'statement',
  'too-few-rows',
  'too-few-items',
])

/** What is absent, as against what is there and wrong. Said softly: only when a section is left, or on request. */
const isMissing = (issue: Issue, answers: Answers): boolean =>
  missing.has(issue.code) || (issue.code === 'rule' && !isSaid(valueAt(answers, keysOf(issue.at))))

const sectionOf = (issue: Issue): string => keysOf(issue.at)[0] ?? ''
const isWithin = (at: Pointer, place: Pointer): boolean => at === place || at.startsWith(`${place}/`)

/** The answers as they settle, and what may be chosen with them. */
interface Stand {
  readonly settled: Answers
  readonly lists: Lists
}

/** A text kept where a number or a choice belongs says more through its kind's own reading than as "wrong type". */
const explained = (template: Template, { settled, lists }: Stand, issue: Issue): Issue => {
  if (issue.code !== 'type') return issue
  const leaf = trailOf(template, issue.at).at(-1)
  const value = valueAt(settled, keysOf(issue.at))
  if (leaf?.block !== 'field' || typeof value !== 'string') return issue
  const read = fieldKindOf(leaf).parse(value, leaf, lists)
  if (!('fault' in read)) return issue
  return { ...issue, code: read.fault.code, params: read.fault.params ?? {} }
}

/** The issues that the one who fills can mend: those of blocks that another role fills are not theirs. */
export const ownIssues = (
  template: Template,
  stand: Stand,
  issues: readonly Issue[],
  role: string | undefined,
): readonly Issue[] =>
  issues.filter((issue) => roleAt(template, issue.at) === role).map((issue) => explained(template, stand, issue))

export interface Manners {
  /** Sections whose missing answers may be spoken of. */
  readonly asked: ReadonlySet<string>
  /** The place being answered for the first time: nothing is said of it before it is left. */
  readonly shy: Pointer | undefined
  readonly settled: Answers
}

export const isShown = (issue: Issue, { asked, shy, settled }: Manners): boolean => {
  if (isMissing(issue, settled) && !asked.has(sectionOf(issue))) return false
  return shy === undefined || !isWithin(issue.at, shy)
}

export type IssuesByPlace = ReadonlyMap<Pointer, readonly Issue[]>

/** Issues by their place and by every place above it. Lists that have not changed are the same lists as before. */
export const byPlace = (issues: readonly Issue[], before: IssuesByPlace): IssuesByPlace => {
  const made = new Map<Pointer, Issue[]>()
  const put = (place: Pointer, issue: Issue) => {
    const list = made.get(place)
    if (list) list.push(issue)
    else made.set(place, [issue])
  }
  for (const issue of issues) {
    for (let end = issue.at.length; end > 0; end = issue.at.lastIndexOf('/', end - 1))
      put(issue.at.slice(0, end), issue)
    put('', issue)
  }
  return new Map([...made].map(([place, list]) => [place, reuse(before.get(place), list)]))
}
