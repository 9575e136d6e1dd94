import { type Issue, isObject, type JsonObject, pointerOf, type Rule, sentence, valueAt } from '@policyforms/core'
import { setValue } from '@policyforms/core/editing'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { citedIn } from '../clauses/cited.ts'
import { useClauseNames } from '../clauses/known-clauses.ts'
import { parsed } from '../model/outline.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { type Example, examplesOf, type Verdict, valuesOn, verdictNames, verdictOf } from './on-example.ts'
import { PatternForm } from './pattern-form.tsx'
import { readExpression } from './read-expression.ts'
import { addRule, freeRuleId, keysOfHolder, newRule, removeRule } from './rule-edits.ts'
import { RuleForm } from './rule-form.tsx'
import { rulesIn, type WrittenRule } from './rule-list.ts'
import { type RuleScope, templateName, useExample, useRuleScope } from './use-rule-scope.ts'
import './rules.css'

/** 规则: all rules of a template, and the one in hand. */
export default function Rules() {
  const { store, selected, select } = useWorkbench()
  const [, go] = useLocation()
  const file = useWorking((state) => state.file)
  const text = useWorking((state) => state.history.now.get(state.file) ?? '')
  const files = useWorking((state) => state.history.now)
  const issues = useWorking((state) => state.result?.issues)
  const scope = useRuleScope()
  const clauseName = useClauseNames()
  const examples = examplesOf(files, store.copy.pack, templateName(file))
  const [chosenExample, setExample] = useState('complete')
  const exampleName = examples.includes(chosenExample) ? chosenExample : (examples[0] ?? '')
  const example = useExample(exampleName)
  const rules = useMemo(() => rulesIn(text), [text])
  const elsewhere = scope.template?.rules.filter(({ id }) => !rules.some((rule) => rule.id === id)) ?? []
  const [chosen, setChosen] = useState<string>()
  const [isByPattern, setByPattern] = useState(false)
  const rule = rules.find(({ keys }) => pointerOf(keys) === chosen)
  const takenIds = [...rules, ...elsewhere].map(({ id }) => id)
  const add = (holder: readonly (string | number)[], made: JsonObject) => {
    const added = addRule(text, holder, made)
    store.write(file, added.text, '添加规则')
    setChosen(pointerOf(added.keys))
    setByPattern(false)
  }
  return (
    <div className="rules-page">
      <section className="rules-list" aria-label="本模板的规则">
        <div className="rules-tools" role="toolbar" aria-label="规则">
          <button
            type="button"
            className="button primary"
            aria-expanded={isByPattern}
            onClick={() => setByPattern(!isByPattern)}
          >
            按句式添加
          </button>
          <button
            type="button"
            className="button"
            onClick={() => add(holderAt(text, selected.at(-1)), newRule(freeRuleId('rule', takenIds)))}
          >
            添加空白规则
          </button>
          {examples.length > 0 && (
            <label className="rules-example">
              示例{' '}
              <select value={exampleName} onChange={({ target }) => setExample(target.value)}>
                {examples.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </label>
          )}
        </div>
        {isByPattern && (
          <PatternForm
            takenIds={takenIds}
            onClose={() => setByPattern(false)}
            onMake={({ rule: made, holder, eachRow }) => add(keysOfHolder(text, holder, eachRow), made)}
          />
        )}
        {rules.length === 0 && elsewhere.length === 0 && (
          <p className="secondary rules-empty">这份模板还没有规则。从“按句式添加”开始，选一个句式，填好空就成一条。</p>
        )}
        <ul className="rule-rows">
          {rules.map((one) => (
            <RuleRow
              key={pointerOf(one.keys)}
              rule={one}
              scope={scope}
              example={example}
              issues={issuesOf(one, issues, file)}
              clauseName={clauseName}
              isChosen={one === rule}
              onChoose={() => setChosen(pointerOf(one.keys))}
            />
          ))}
        </ul>
        {elsewhere.length > 0 && <SharedRules rules={elsewhere} example={example} />}
      </section>
      <section className="rule-detail" aria-label="这条规则">
        {rule ? (
          <>
            <div className="rule-detail-head">
              <h2>{rule.id || '没有编号的规则'}</h2>
              <button
                type="button"
                className="button"
                onClick={() => {
                  if (rule.node) select([rule.node])
                  go(`/workshop/${store.copy.pack}/build`)
                }}
              >
                去搭建看{rule.holder}
              </button>
              <button
                type="button"
                className="button"
                onClick={() => {
                  store.write(file, removeRule(text, rule.keys), `删除规则 ${rule.id}`)
                  setChosen(undefined)
                }}
              >
                删除
              </button>
            </div>
            <RuleFaults issues={issuesOf(rule, issues, file).filter((issue) => !isToldBelow(issue, scope))} />
            <RuleForm
              key={chosen}
              rule={rule.rule}
              path={rule.path}
              example={example}
              onChange={(next) => store.write(file, setValue(text, rule.keys, next), `改规则 ${rule.id}`)}
            />
          </>
        ) : (
          <p className="secondary">选一条规则来看它的意思、在示例里的结果和依据。</p>
        )}
      </section>
    </div>
  )
}

/** The node in hand if it can carry rules, else the first section. */
const holderAt = (text: string, id: string | undefined): readonly (string | number)[] => {
  const root = parsed(text)
  if (id && isObject(valueAt(root, id.split('/')))) return id.split('/')
  const sections = valueAt(root, ['properties'])
  const [first] = isObject(sections) ? Object.keys(sections) : []
  return first === undefined ? [] : ['properties', first]
}

const issuesOf = ({ keys }: WrittenRule, issues: readonly Issue[] = [], file: string): readonly Issue[] => {
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
const isToldBelow = ({ at, code }: Issue, { shape }: RuleScope): boolean =>
  shape.sections.length > 0 && /\/(assert|values\/[^/]+)$/.test(at) && toldBelow.includes(code)

function RuleFaults({ issues }: { readonly issues: readonly Issue[] }) {
  if (issues.length === 0) return null
  return (
    <ul className="node-faults" aria-label="这条规则的问题">
      {issues.map((issue) => (
        <li key={`${issue.code} ${issue.at}`} data-severity={issue.severity}>
          <span className="sign">{issue.severity === 'error' ? '错误' : '提醒'}</span> {sentence(issue)}
        </li>
      ))}
    </ul>
  )
}

interface RuleRowProps {
  readonly rule: WrittenRule
  readonly scope: RuleScope
  readonly example: Example | undefined
  readonly issues: readonly Issue[]
  readonly clauseName: (ref: string) => string
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function RuleRow({ rule, scope, example, issues, clauseName, isChosen, onChoose }: RuleRowProps) {
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
          <strong>{rule.id}</strong>
          <span className="secondary">{rule.holder}</span>
          {severity === 'warning' && <span className="rule-severity">提醒</span>}
          {issues.some((issue) => issue.severity === 'error') ? (
            <span className="wrong">有错</span>
          ) : (
            <VerdictMark verdict={verdict} />
          )}
        </span>
        <span className="rule-row-words">{read.words ?? source}</span>
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

/** Rules that come with common parts: they are changed there, for everybody. */
function SharedRules({ rules, example }: { readonly rules: readonly Rule[]; readonly example: Example | undefined }) {
  return (
    <details className="shared-rules">
      <summary>公共部分带来的规则（{rules.length}），在这里只能看</summary>
      <ul>
        {rules.map((rule) => (
          <li key={rule.id} className="shared-rule">
            <strong>{rule.id}</strong>{' '}
            <VerdictMark verdict={example && verdictOf(valuesOn(example, rule.path, rule.assert))} />
            <p>{rule.message}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}
