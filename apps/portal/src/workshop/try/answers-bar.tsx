import { labelAt, sentence, validate } from '@policyforms/core'
import { exampleDay } from '@policyforms/core/trying'
import { useDeferredValue, useMemo, useState } from 'react'
import { toast } from '../../parts/toasts.tsx'
import { examplesOf } from '../model/examples.ts'
import { useWorking } from '../workbench-context.ts'
import { KeepDialog } from './keep-dialog.tsx'
import { answersOf, generated } from './trial.ts'
import type { OnTrial } from './use-trial.ts'

const made = { empty: '空白', complete: '自动填满', minimal: '自动填必填项' } as const

/** Which answers are tried, and keeping them. */
export function AnswersBar({ on }: { readonly on: OnTrial }) {
  const files = useWorking((state) => state.history.now)
  const file = useWorking((state) => state.file)
  const [isKeeping, setKeeping] = useState(false)
  const examples = useMemo(() => examplesOf(files, file), [files, file])
  const { trial, state, template } = on
  const take = (wanted: string) => {
    const { answers, example } = trial.state()
    const back = () => trial.take(answers, example)
    const found = examples.find(({ name }) => name === wanted)
    const next = found ? answersOf(found, examples) : template && ofMade(wanted, template)
    if (!next) return toast({ tone: 'error', text: '这个例子现在读不出来，没有换。' })
    trial.take(next, found?.name)
    toast({ text: '已换成所选的内容。', action: { label: '撤销', run: back } })
  }
  return (
    <div className="answers-bar">
      <label>
        用什么内容试
        <select value={state.example ?? ''} onChange={({ target }) => take(target.value)}>
          {state.example === undefined && <option value="">现在填的</option>}
          <optgroup label="例子">
            {examples.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label="自动生成">
            {Object.entries(made).map(([key, label]) => (
              <option key={key} value={`:${key}`} disabled={!template}>
                {label}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <button type="button" className="button" disabled={!template} onClick={() => setKeeping(true)}>
        存为例子
      </button>
      <Verdict on={on} />
      {isKeeping && <KeepDialog on={on} examples={examples} onClose={() => setKeeping(false)} />}
    </div>
  )
}

const ofMade = (wanted: string, template: Parameters<typeof generated>[0]) => {
  const found = Object.entries(generated(template)).find(([key]) => `:${key}` === wanted)
  return found?.[1]
}

/** What the check of the answers says of them now. */
function Verdict({ on }: { readonly on: OnTrial }) {
  const answers = useDeferredValue(on.state.answers)
  const { template } = on
  const issues = useMemo(
    () => (template ? validate(template, answers, { today: exampleDay }) : []),
    [template, answers],
  )
  if (!template) return null
  if (issues.length === 0) return <span className="passed">没有问题</span>
  return (
    <details className="verdict">
      <summary>{issues.length} 处问题</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard must reach it */}
      <ul tabIndex={0} aria-label="问题">
        {issues.slice(0, 50).map((issue) => (
          <li key={`${issue.at} ${issue.code} ${issue.params.rule ?? ''}`} data-severity={issue.severity}>
            <span className="sign">{issue.severity === 'error' ? '错误' : '提醒'}</span> {labelAt(template, issue.at)}：
            {sentence(issue)}
          </li>
        ))}
      </ul>
    </details>
  )
}
