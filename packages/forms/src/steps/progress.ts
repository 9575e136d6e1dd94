import { type Answers, type Issue, pointerOf, property, type Section, type Template } from '@policyforms/core'
import type { State } from '../store/store.ts'
import { isOwn } from '../store/trail.ts'

export type Progress =
  | { readonly is: 'untouched' | 'started' | 'complete' }
  | { readonly is: 'faulty'; readonly count: number }

export const isError = (issue: Issue): boolean => issue.severity === 'error'

/** The top-level sections that are there now, in order. */
export const stepsOf = (template: Template, hidden: State['hidden']): readonly Section[] =>
  template.sections.filter((section) => !hidden.has(pointerOf(section.path)))

/** How far a section is, by what may be said of it so far, and by what a new draft begins with. */
export const progressOf = (section: Section, state: State, begun: Answers): Progress => {
  const place = pointerOf(section.path)
  const count = (state.shown.get(place) ?? []).filter(isError).length
  if (count > 0) return { is: 'faulty', count }
  if (!isOwn(property(state.answers, section.key), property(begun, section.key))) return { is: 'untouched' }
  const left = state.issues.some((issue) => isError(issue) && (issue.at === place || issue.at.startsWith(`${place}/`)))
  return { is: left ? 'started' : 'complete' }
}

export const wordsOf = (progress: Progress): string => {
  if (progress.is === 'faulty') return `有问题 ${progress.count}`
  return { untouched: '未开始', started: '填写中', complete: '完成' }[progress.is]
}
