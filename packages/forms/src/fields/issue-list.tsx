import { citation, type Issue, sentence } from '@policyforms/core'
import { useFilling } from '../store/context.ts'

export const wordOf = (issue: Issue): string => (issue.severity === 'error' ? '错误' : '提醒')

/** A sign, a word and a sentence: colour is never alone in saying it. */
export const IssueText = ({ issue, label }: { issue: Issue; label?: string }) => (
  <>
    <svg className="pf-sign" viewBox="0 0 16 16" aria-hidden="true">
      {issue.severity === 'error' ? <circle cx="8" cy="8" r="6.5" /> : <path d="M8 1.8 15 14H1z" />}
      <path d="M8 5v4.2M8 11.2v.6" className="pf-sign-mark" />
    </svg>
    <span className="pf-visually-hidden">{wordOf(issue)}：</span>
    {label === undefined || issue.code === 'rule' ? '' : `${label}：`}
    {sentence(issue)}
    <Cited issue={issue} />
  </>
)

/** The clause that asks for it, quietly behind. */
const Cited = ({ issue }: { issue: Issue }) => {
  const cited = citation(issue, useFilling().store.template)
  return cited && <span className="pf-cited">依据：{cited}</span>
}

export const IssueList = ({ id, issues }: { id: string; issues: readonly Issue[] }) => (
  <div id={id} className="pf-issues">
    {issues.map((issue) => (
      <p
        key={`${issue.at} ${issue.code} ${issue.params.rule ?? ''}`}
        className="pf-issue"
        data-severity={issue.severity}
      >
        <IssueText issue={issue} />
      </p>
    ))}
  </div>
)
