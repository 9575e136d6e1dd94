import type { Issue } from '@policyforms/core'
import { type Keys, setValue } from '@policyforms/core/editing'
import { useId, useMemo } from 'react'
import { useLocation } from 'wouter'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import type { Example } from './on-example.ts'
import { readExpression, wordsOf } from './read-expression.ts'
import { moveRule, removeRule } from './rule-edits.ts'
import { isToldBelow, RuleFaults } from './rule-faults.tsx'
import { RuleForm } from './rule-form.tsx'
import { holderName, holdersIn, type WrittenRule } from './rule-list.ts'
import { useRuleScope } from './use-rule-scope.ts'

interface RuleDetailProps {
  readonly rule: WrittenRule
  readonly example: Example | undefined
  readonly issues: readonly Issue[]
  /** Where it stands now; nowhere when it is gone. */
  readonly onMoved: (keys: Keys | undefined) => void
}

/** The rule in hand: what it says, where it hangs, what is wrong with it, and all that it is made of. */
export function RuleDetail({ rule, example, issues, onMoved }: RuleDetailProps) {
  const { store, select } = useWorkbench()
  const [, go] = useLocation()
  const file = useWorking((state) => state.file)
  const text = useWorking((state) => state.history.now.get(state.file) ?? '')
  const scope = useRuleScope()
  const source = String(rule.rule.assert ?? '')
  const words = useMemo(
    () => wordsOf(source, readExpression(source, rule.path, scope.shape, scope.parameters, 'truth')),
    [source, rule.path, scope],
  )
  const holder = holderName(rule, scope.shape)
  const remove = () => {
    store.write(file, removeRule(text, rule.keys), `删除规则 ${rule.id}`)
    onMoved(undefined)
  }
  return (
    <>
      <div className="rule-detail-head">
        <h2>{words}</h2>
        <button
          type="button"
          className="button"
          onClick={() => {
            if (rule.node) select([rule.node])
            go(`/workshop/${store.copy.pack}/build`)
          }}
        >
          去搭建看{holder}
        </button>
        <button type="button" className="button" onClick={remove}>
          删除
        </button>
      </div>
      <RuleFaults issues={issues.filter((issue) => !isToldBelow(issue, scope))} />
      <RuleHolder
        rule={rule}
        name={holder}
        text={text}
        onMove={(holder) => {
          const moved = moveRule(text, rule, holder)
          store.write(file, moved.text, `挪动规则 ${rule.id}`)
          onMoved(moved.keys)
        }}
      />
      <RuleForm
        rule={rule.rule}
        path={rule.path}
        example={example}
        onChange={(next) => store.write(file, setValue(text, rule.keys, next), `改规则 ${rule.id}`)}
      />
    </>
  )
}

interface RuleHolderProps {
  readonly rule: WrittenRule
  readonly name: string
  readonly text: string
  readonly onMove: (holder: Keys) => void
}

/** Where the rule hangs: at a part of the template, or at each row of a table. */
function RuleHolder({ rule, name, text, onMove }: RuleHolderProps) {
  const id = useId()
  const holders = useMemo(() => holdersIn(text), [text])
  const own = rule.keys.slice(0, -2).join('/')
  const isListed = holders.some(({ keys }) => keys.join('/') === own)
  return (
    <div className="property rule-holder">
      <label htmlFor={id}>放在哪里</label>
      <p className="help" id={`${id}-help`}>
        放在“某表的每一行”就逐行判断，别的地方判断一次。
      </p>
      <select
        id={id}
        aria-describedby={`${id}-help`}
        value={own}
        onChange={({ target }) => {
          const holder = holders.find(({ keys }) => keys.join('/') === target.value)
          if (holder) onMove(holder.keys)
        }}
      >
        {!isListed && <option value={own}>{name}</option>}
        {holders.map(({ keys, title }) => (
          <option key={keys.join('/')} value={keys.join('/')}>
            {title}
          </option>
        ))}
      </select>
    </div>
  )
}
