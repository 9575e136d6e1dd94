import { type Issue, labelsAt, type Pointer, type Template } from '@policyforms/core'
import { useFilling } from '../store/context.ts'
import { IssueText } from './issue-list.tsx'
import { isStray, Strays } from './strays.tsx'

const most = 10

/** The place of a cell within its table: 第 3 行 出资比例. */
const cellLabel = (template: Template, table: Pointer, at: Pointer): string =>
  labelsAt(template, at).slice(labelsAt(template, table).length).join(' ')

/** What is wrong in a table, under it: each leads to its cell. */
export const CellIssues = ({ id, place, issues }: { id: string; place: Pointer; issues: readonly Issue[] }) => {
  const { store, goTo } = useFilling()
  const inCells = issues.filter((issue) => !isStray(issue))
  return (
    <div id={id} className="pf-issues">
      <Strays place={place} deep labelOf={(at) => cellLabel(store.template, place, at)} />
      {inCells.slice(0, most).map((issue) => (
        <p
          key={`${issue.at} ${issue.code} ${issue.params.rule ?? ''}`}
          className="pf-issue"
          data-severity={issue.severity}
        >
          {issue.at === place ? (
            <IssueText issue={issue} />
          ) : (
            <button type="button" className="pf-issue-link" onClick={() => goTo(issue.at)}>
              <IssueText issue={issue} label={cellLabel(store.template, place, issue.at)} />
            </button>
          )}
        </p>
      ))}
      {inCells.length > most && <p className="pf-quiet">还有 {inCells.length - most} 处</p>}
    </div>
  )
}
