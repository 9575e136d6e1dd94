import type { Json, JsonObject, Path } from '@policyforms/core'
import { useId, useState } from 'react'
import { ClausePicker } from '../clauses/clause-picker.tsx'
import { plainPath } from '../model/answer-path.ts'
import { ExpressionField } from './expression-editor.tsx'
import { MessageValues } from './message-values.tsx'
import type { Example } from './on-example.ts'
import { pickables } from './pickable.ts'
import { useRuleScope } from './use-rule-scope.ts'

interface RuleFormProps {
  readonly rule: JsonObject
  readonly path: Path
  readonly example: Example | undefined
  readonly onChange: (rule: JsonObject) => void
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** One rule: what must hold, what is said when it does not, and what it rests on. */
export function RuleForm({ rule, path, example, onChange }: RuleFormProps) {
  const id = useId()
  const set = (key: string, value: Json | undefined) => {
    const { [key]: _, ...others } = rule
    onChange(value === undefined ? others : key in rule ? { ...rule, [key]: value } : { ...others, [key]: value })
  }
  const isRightId = /^[a-z][a-z0-9-]*$/.test(textOf(rule.id))
  return (
    <div className="rule-form">
      <div className="property">
        <span className="property-name">应当成立的判断</span>
        <ExpressionField
          label="应当成立的判断"
          value={textOf(rule.assert)}
          path={path}
          wanted="truth"
          example={example}
          onChange={(text) => set('assert', text)}
        />
      </div>
      <div className="property">
        <label htmlFor={`${id}-message`}>不成立时的提示</label>
        <p className="help" id={`${id}-help`}>
          说清哪里、多少、应当怎样。要在话里带出填的数，在下面“带出一个值”里选。
        </p>
        <LazyText
          id={`${id}-message`}
          describedBy={`${id}-help`}
          value={textOf(rule.message)}
          onChange={(text) => set('message', text)}
        />
      </div>
      <MessageValues rule={rule} path={path} example={example} onChange={onChange} />
      <div className="rule-facts">
        <div className="property">
          <label htmlFor={`${id}-severity`}>轻重</label>
          <select
            id={`${id}-severity`}
            value={rule.severity === 'warning' ? 'warning' : 'error'}
            onChange={({ target }) => set('severity', target.value === 'warning' ? 'warning' : undefined)}
          >
            <option value="error">错误：不改不能提交</option>
            <option value="warning">提醒：可以提交</option>
          </select>
        </div>
        <RuleTarget id={`${id}-at`} at={textOf(rule.at)} path={path} onChange={(at) => set('at', at)} />
        <div className="property">
          <label htmlFor={`${id}-id`}>编号</label>
          <input
            id={`${id}-id`}
            type="text"
            value={textOf(rule.id)}
            aria-invalid={!isRightId}
            onChange={({ target }) => set('id', target.value.trim())}
          />
          {!isRightId && <p className="error-words">以小写英文字母开头，只用小写字母、数字和短横线。</p>}
        </div>
      </div>
      <div className="property">
        <span className="property-name">依据的条款</span>
        <ClausePicker
          id={`${id}-clause`}
          label="依据的条款"
          value={rule.clause}
          onChange={(value) => set('clause', value)}
        />
      </div>
    </div>
  )
}

interface LazyTextProps {
  readonly id: string
  readonly describedBy?: string
  readonly value: string
  readonly onChange: (text: string) => void
}

/** Waits for an input method to finish composing. */
function LazyText({ id, describedBy, value, onChange }: LazyTextProps) {
  const [composing, setComposing] = useState<string>()
  return (
    <textarea
      id={id}
      rows={2}
      maxLength={300}
      aria-describedby={describedBy}
      value={composing ?? value}
      onChange={({ target }) => (composing === undefined ? onChange(target.value) : setComposing(target.value))}
      onCompositionStart={({ currentTarget }) => setComposing(currentTarget.value)}
      onCompositionEnd={({ currentTarget }) => {
        setComposing(undefined)
        onChange(currentTarget.value)
      }}
    />
  )
}

interface RuleTargetProps {
  readonly id: string
  readonly at: string
  readonly path: Path
  readonly onChange: (at: string | undefined) => void
}

/** What the message points to: the node itself, or something in it. */
function RuleTarget({ id, at, path, onChange }: RuleTargetProps) {
  const { shape } = useRuleScope()
  const own = plainPath(path)
  const inside = pickables(shape).filter(
    (one) =>
      one.path.join('.') === one.text && one.path.length > own.length && own.every((key, i) => one.path[i] === key),
  )
  const isInRow = path.at(-1) === '*'
  const choices = inside
    .filter(({ table }) => isInRow || table === undefined)
    .map((one) => ({
      at: one.path.slice(own.length).join('/'),
      title: one.trail.split(' › ').slice(own.length).join(' › '),
    }))
  return (
    <div className="property">
      <label htmlFor={id}>提示指向</label>
      <select id={id} value={at} onChange={({ target }) => onChange(target.value || undefined)}>
        <option value="">整个这一块</option>
        {at !== '' && !choices.some((one) => one.at === at) && <option value={at}>{at}</option>}
        {choices.map((one) => (
          <option key={one.at} value={one.at}>
            {one.title}
          </option>
        ))}
      </select>
    </div>
  )
}
