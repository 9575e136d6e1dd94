import { type Issue, pointerOf, sentence } from '@policyforms/core'
import { useGoToFault } from '../shell/use-go-to-fault.ts'
import type { WrittenRule } from './rule-list.ts'
import type { RuleScope } from './use-rule-scope.ts'

/** What the check says of a rule. */
export const issuesOf = ({ keys }: WrittenRule, issues: readonly Issue[] = [], file: string): readonly Issue[] => {
  const own = pointerOf(keys)
  return issues.filter(({ at, file: where }) => where === file && (at === own || at.startsWith(`${own}/`)))
}

const toldBelow: readonly Issue['code'][] = [
  'rule-syntax',
  'rule-name',
  'rule-type',
  'rule-option',
  'rule-argument',
  'rule-result',
]

/** What is wrong in an expression is told where it is written, and not while it is being written. */
export const isToldBelow = ({ at, code }: Issue, { shape }: RuleScope): boolean =>
  shape.sections.length > 0 && /\/(assert|values\/[^/]+)$/.test(at) && toldBelow.includes(code)

/** What is wrong with a rule as a whole; a rule that no example breaks leads to where one is made. */
export function RuleFaults({ issues }: { readonly issues: readonly Issue[] }) {
  const goTo = useGoToFault()
  if (issues.length === 0) return null
  return (
    <ul className="node-faults" aria-label="这条规则的问题">
      {issues.map((issue) => (
        <li key={`${issue.code} ${issue.at}`} data-severity={issue.severity}>
          <span className="sign">{issue.severity === 'error' ? '错误' : '提醒'}</span>{' '}
          {issue.code === 'rule-untested' ? (
            <>
              还没有违反这条规则的例子。
              <button type="button" className="link" onClick={() => goTo(issue)}>
                去试填的“边界”加一个
              </button>
            </>
          ) : (
            sentence(issue)
          )}
        </li>
      ))}
    </ul>
  )
}
