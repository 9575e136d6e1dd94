import type { Issue } from '../issues/issue.ts'

/** A circle is one fault, wherever one enters it. */
const membersOf = (issue: Issue) => [...new Set(String(issue.params.trail).split(' → '))].sort().join()

const keyOf = (issue: Issue): string =>
  issue.code === 'ref-cycle'
    ? membersOf(issue)
    : `${issue.file} ${issue.at} ${issue.code} ${JSON.stringify(issue.params)}`

/** The same fault of a shared part shows up wherever it is used: told once, in the order of files and lines. */
export const once = (issues: readonly Issue[]): readonly Issue[] => {
  const told = new Map<string, Issue>()
  for (const issue of issues) {
    const key = keyOf(issue)
    if (!told.has(key)) told.set(key, issue)
  }
  return [...told.values()].sort(
    (a, b) =>
      (a.file ?? '').localeCompare(b.file ?? '') || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  )
}
