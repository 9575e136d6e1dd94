import { type Issue, labelAt, sentence, type Template } from '@policyforms/core'

/** Issues as sentences, each with its place. */
export function IssueWords({ template, issues }: { readonly template: Template; readonly issues: readonly Issue[] }) {
  return (
    <ul className="issue-words">
      {issues.map((issue) => (
        <li key={`${issue.at} ${issue.code} ${issue.params.rule ?? ''}`} data-severity={issue.severity}>
          <span className="sign">{issue.severity === 'error' ? '错误' : '提醒'}</span>
          <span>
            {labelAt(template, issue.at)}：{sentence(issue)}
          </span>
        </li>
      ))}
    </ul>
  )
}
