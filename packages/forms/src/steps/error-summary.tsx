import { type Issue, labelAt, pointerOf, type Section } from '@policyforms/core'
import type { Ref } from 'react'
import { IssueText } from '../fields/issue-list.tsx'
import { useFilling, useStored } from '../store/context.ts'
import { isError } from './progress.ts'
import { SectionTitle } from './section-title.tsx'

const most = 20
const none: readonly Issue[] = []

const Entry = ({ issue }: { issue: Issue }) => {
  const { store, goTo } = useFilling()
  return (
    <li className="pf-issue" data-severity={issue.severity}>
      <button type="button" className="pf-issue-link" onClick={() => goTo(issue.at)}>
        <IssueText issue={issue} label={labelAt(store.template, issue.at)} />
      </button>
    </li>
  )
}

const Elsewhere = ({ section }: { section: Section }) => {
  const { goTo } = useFilling()
  const issues = useStored((state) => state.shown.get(pointerOf(section.path)) ?? none).filter(isError)
  const [first] = issues
  if (!first) return null
  return (
    <li>
      <button type="button" className="pf-link" onClick={() => goTo(first.at)}>
        <SectionTitle section={section} />：{issues.length} 处
      </button>
    </li>
  )
}

export interface ErrorSummaryProps {
  readonly section: Section
  readonly others: readonly Section[]
  readonly ref: Ref<HTMLElement>
}

/** What is wrong in this section, and where else something is. Takes the focus when one asks what is missing. */
export const ErrorSummary = ({ section, others, ref }: ErrorSummaryProps) => {
  const issues = useStored((state) => state.shown.get(pointerOf(section.path)) ?? none)
  const elsewhere = useStored((state) => others.some((one) => state.shown.get(pointerOf(one.path))?.some(isError)))
  const errors = issues.filter(isError)
  const warnings = issues.filter((issue) => !isError(issue))
  // Without anything asked yet, an issue is said at its field and nowhere else.
  const isAsked = useStored((state) => state.asked.has(section.key))
  if (!isAsked || (issues.length === 0 && !elsewhere)) return null
  const title =
    errors.length > 0 ? `本部分有 ${errors.length} 处需要改正` : warnings.length > 0 ? '本部分有提醒' : '本部分没有问题'
  return (
    <section
      className="pf-summary"
      data-severity={errors.length > 0 || elsewhere ? 'error' : 'warning'}
      ref={ref}
      tabIndex={-1}
      aria-labelledby="pf-summary-title"
    >
      <h3 id="pf-summary-title">{title}</h3>
      {issues.length > 0 && (
        <ul>
          {[...errors, ...warnings].slice(0, most).map((issue) => (
            <Entry key={`${issue.at} ${issue.code} ${issue.params.rule ?? ''}`} issue={issue} />
          ))}
        </ul>
      )}
      {issues.length > most && <p className="pf-quiet">还有 {issues.length - most} 处，改正后会显示</p>}
      {elsewhere && (
        <>
          <h4>其他部分</h4>
          <ul>
            {others.map((one) => (
              <Elsewhere key={one.key} section={one} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
