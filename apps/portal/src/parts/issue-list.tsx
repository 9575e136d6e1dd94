import { type Issue, keysOf, labelAt, type Pointer, sentence, type Template } from '@policyforms/core'

interface IssueListProps {
  readonly template: Template
  readonly issues: readonly Issue[]
  /** Makes each a link to its place. */
  readonly onGo?: (at: Pointer) => void
}

export const isMissing = (issue: Issue) => issue.code === 'required' || issue.code === 'statement'

const signOf = (issue: Issue) => (isMissing(issue) ? '未填' : issue.severity === 'error' ? '错误' : '提醒')

const wordsOf = (template: Template, issue: Issue) => {
  const label = labelAt(template, issue.at)
  return issue.code === 'required' ? label : [label, sentence(issue)].filter(Boolean).join('：')
}

/** Issues under the heading of their section, each with its place and what is wrong. */
export function IssueList({ template, issues, onGo }: IssueListProps) {
  const groups = template.sections
    .map((section) => ({ section, issues: issues.filter((issue) => keysOf(issue.at)[0] === section.key) }))
    .filter((group) => group.issues.length > 0)
  const elsewhere = issues.filter((issue) => !template.sections.some((section) => section.key === keysOf(issue.at)[0]))
  return (
    <>
      {elsewhere.length > 0 && <Entries template={template} issues={elsewhere} />}
      {groups.map(({ section, issues: inSection }) => (
        <section key={section.key} className="issue-group">
          <h3>
            {section.number}
            {section.title} <span className="count">{inSection.length}</span>
          </h3>
          <Entries template={template} issues={inSection} {...(onGo && { onGo })} />
        </section>
      ))}
    </>
  )
}

function Entries({ template, issues, onGo }: IssueListProps) {
  return (
    <ul className="issues">
      {issues.map((issue) => {
        const words = wordsOf(template, issue)
        return (
          <li
            key={`${issue.at} ${issue.code} ${issue.params.rule ?? ''} ${issue.cell ?? issue.place ?? ''}`}
            data-severity={isMissing(issue) ? 'missing' : issue.severity}
          >
            <span className="sign">{signOf(issue)}</span>
            {onGo ? (
              <button type="button" className="link" onClick={() => onGo(issue.at)}>
                {words}
              </button>
            ) : (
              <span>{words}</span>
            )}
            {(issue.cell ?? issue.place) && (
              <span className="secondary">{issue.place ?? `${issue.sheet} ${issue.cell}`}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
