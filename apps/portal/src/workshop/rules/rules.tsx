import { type JsonObject, pointerOf } from '@policyforms/core'
import type { Keys } from '@policyforms/core/editing'
import { useMemo, useState } from 'react'
import { useClauseNames } from '../clauses/known-clauses.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { examplesOf } from './on-example.ts'
import { PatternForm } from './pattern-form.tsx'
import { RuleDetail } from './rule-detail.tsx'
import { addRule, freeRuleId, keysOfHolder, newRule } from './rule-edits.ts'
import { issuesOf } from './rule-faults.tsx'
import { rulesIn } from './rule-list.ts'
import { RuleRow, SharedRules } from './rule-rows.tsx'
import { templateName, useExample, useRuleScope } from './use-rule-scope.ts'
import './rules.css'

/** 规则: all rules of a template, and the one in hand. */
export default function Rules() {
  const { store } = useWorkbench()
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
  const add = (holder: Keys, made: JsonObject) => {
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
          <button type="button" className="button" onClick={() => add([], newRule(freeRuleId('rule', takenIds)))}>
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
        {elsewhere.length > 0 && <SharedRules rules={elsewhere} scope={scope} example={example} />}
      </section>
      <section className="rule-detail" aria-label="这条规则">
        {rule ? (
          <RuleDetail
            key={chosen}
            rule={rule}
            example={example}
            issues={issuesOf(rule, issues, file)}
            onMoved={(keys) => setChosen(keys && pointerOf(keys))}
          />
        ) : (
          <p className="secondary">选一条规则来看它的意思、在示例里的结果和依据。</p>
        )}
      </section>
    </div>
  )
}
