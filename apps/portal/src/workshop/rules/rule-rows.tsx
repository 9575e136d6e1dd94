import { blockAt, type Issue, namingAt, type Rule, termInWords } from '@policyforms/core'
import { useMemo } from 'react'
import { citedIn } from '../clauses/cited.ts'
import { plainPath } from '../model/answer-path.ts'
import { type Example, type Verdict, valuesOn, verdictNames, verdictOf } from './on-example.ts'
import { readExpression, wordsOf } from './read-expression.ts'
import { holderName, type WrittenRule } from './rule-list.ts'
import type { RuleScope } from './use-rule-scope.ts'

interface RuleRowProps {
  readonly rule: WrittenRule
  readonly scope: RuleScope
  readonly example: Example | undefined
  readonly issues: readonly Issue[]
  readonly clauseName: (ref: string) => string
  readonly isChosen: boolean
  readonly onChoose: () => void
}

export function RuleRow({ rule, scope, example, issues, clauseName, isChosen, onChoose }: RuleRowProps) {
  const { assert, message, severity, clause } = rule.rule
  const source = typeof assert === 'string' ? assert : ''
  const read = useMemo(
    () => readExpression(source, rule.path, scope.shape, scope.parameters, 'truth'),
    [source, rule.path, scope],
  )
  const verdict = example && read.expression && verdictOf(valuesOn(example, rule.path, read.expression))
  return (
    <li>
      <button type="button" className="list-row" aria-pressed={isChosen} onClick={onChoose}>
        <span className="rule-row-head">
          <span className="secondary">{holderName(rule, scope.shape)}</span>
          {severity === 'warning' && <span className="rule-severity">提醒</span>}
          {issues.some((issue) => issue.severity === 'error') ? (
            <span className="wrong">有错</span>
          ) : (
            <VerdictMark verdict={verdict} />
          )}
        </span>
        <strong className="rule-row-words">{wordsOf(source, read)}</strong>
        <span className="rule-row-message secondary">{typeof message === 'string' ? message : ''}</span>
        {citedIn(clause).length > 0 && (
          <span className="rule-row-clause secondary">依据 {citedIn(clause).map(clauseName).join('、')}</span>
        )}
      </button>
    </li>
  )
}

function VerdictMark({ verdict }: { readonly verdict: Verdict | undefined }) {
  return verdict ? (
    <span className="verdict" data-verdict={verdict}>
      {verdictNames[verdict]}
    </span>
  ) : null
}

interface SharedRulesProps {
  readonly rules: readonly Rule[]
  readonly scope: RuleScope
  readonly example: Example | undefined
}

/** Rules that come with common parts: they are changed there, for everybody. */
export function SharedRules({ rules, scope, example }: SharedRulesProps) {
  return (
    <details className="shared-rules">
      <summary>公共部分带来的规则（{rules.length}），在这里只能看</summary>
      <ul>
        {rules.map((rule) => (
          <SharedRule key={rule.id} rule={rule} scope={scope} example={example} />
        ))}
      </ul>
    </details>
  )
}

function SharedRule({ rule, scope: { shape }, example }: Omit<SharedRulesProps, 'rules'> & { readonly rule: Rule }) {
  const { assert, path, message } = rule
  const words = useMemo(() => termInWords(assert.term, namingAt(shape, path)) ?? assert.source, [assert, path, shape])
  return (
    <li className="shared-rule">
      <span className="rule-row-head">
        <span className="secondary">{blockAt(shape, plainPath(path))?.title}</span>
        <VerdictMark verdict={example && verdictOf(valuesOn(example, path, assert))} />
      </span>
      <strong className="rule-row-words">{words}</strong>
      <span className="rule-row-message secondary">{message}</span>
    </li>
  )
}
