import { isObject, type Json, type JsonObject } from '@policyforms/core'
import { useState } from 'react'
import type { EditorProps } from '../build/editors/editor-props.ts'
import { answerPath } from '../model/answer-path.ts'
import { keysOfId } from '../model/outline.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { freeRuleId, newRule } from './rule-edits.ts'
import { RuleForm } from './rule-form.tsx'
import { rulesIn } from './rule-list.ts'
import { useExample } from './use-rule-scope.ts'
import './rules.css'

/** The rules of the node in hand. */
export function RulesEditor({ value, onChange, label }: EditorProps) {
  const { selected } = useWorkbench()
  const text = useWorking((state) => state.history.now.get(state.file) ?? '')
  const example = useExample('complete')
  const [open, setOpen] = useState<number>()
  const rules: readonly Json[] = Array.isArray(value) ? value : []
  const path = answerPath(keysOfId(selected.at(-1) ?? ''))
  const set = (next: readonly Json[]) => onChange(next.length > 0 ? next : undefined)
  return (
    <ul className="rule-items" aria-label={label}>
      {rules.map((rule, i) => {
        const name = isObject(rule) && typeof rule.id === 'string' ? rule.id : `第 ${i + 1} 条`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place
          <li key={i} className="rule-item">
            <details open={open === i || rules.length === 1}>
              <summary>
                {name}
                {isObject(rule) && <span className="secondary"> {String(rule.message ?? '')}</span>}
              </summary>
              {isObject(rule) && (
                <RuleForm
                  rule={rule}
                  path={path}
                  example={example}
                  onChange={(next: JsonObject) => set(rules.with(i, next))}
                />
              )}
            </details>
            <button
              type="button"
              className="icon"
              aria-label={`去掉规则 ${name}`}
              onClick={() => set(rules.toSpliced(i, 1))}
            >
              ×
            </button>
          </li>
        )
      })}
      <li>
        <button
          type="button"
          className="link"
          onClick={() => {
            setOpen(rules.length)
            set([
              ...rules,
              newRule(
                freeRuleId(
                  'rule',
                  rulesIn(text).map(({ id }) => id),
                ),
              ),
            ])
          }}
        >
          添一条规则
        </button>
      </li>
    </ul>
  )
}
