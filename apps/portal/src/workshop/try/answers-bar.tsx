import { validate } from '@policyforms/core'
import { exampleDay } from '@policyforms/core/trying'
import { useDeferredValue, useMemo, useState } from 'react'
import { Menu } from '../../parts/menu.tsx'
import { toast } from '../../parts/toasts.tsx'
import { examplesOf } from '../model/examples.ts'
import { useWorking } from '../workbench-context.ts'
import { IssueWords } from './issue-words.tsx'
import { KeepDialog } from './keep-dialog.tsx'
import { answersOf } from './trial.ts'
import { useFill } from './use-fill.ts'
import type { OnTrial } from './use-trial.ts'

const made = { ':empty': '空白', ':complete': '自动填满', ':minimal': '自动填必填项' } as const

const mostShown = 50

/** Which answers are tried, and keeping them. */
export function AnswersBar({ on }: { readonly on: OnTrial }) {
  const files = useWorking((state) => state.history.now)
  const file = useWorking((state) => state.file)
  const [isKeeping, setKeeping] = useState(false)
  const examples = useMemo(() => examplesOf(files, file), [files, file])
  const { trial, state, template } = on
  const { isFilling, start, stop } = useFill(trial)
  const take = (wanted: string) => {
    stop()
    if (template && (wanted === ':complete' || wanted === ':minimal'))
      return start(wanted === ':complete' ? 'complete' : 'minimal', template)
    const { answers, example, named } = trial.state()
    const back = () => trial.take(answers, example, named)
    const found = examples.find(({ name }) => name === wanted)
    const next = found ? answersOf(found, examples) : wanted === ':empty' ? {} : undefined
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
              <option key={key} value={key} disabled={!template}>
                {label}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <button type="button" className="button" disabled={!template} onClick={() => setKeeping(true)}>
        存为例子
      </button>
      {isFilling ? (
        <span className="secondary" role="status">
          正在生成合乎规则的内容
        </span>
      ) : (
        <Verdict on={on} />
      )}
      {isKeeping && <KeepDialog on={on} examples={examples} onClose={() => setKeeping(false)} />}
    </div>
  )
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
    <div className="verdict">
      <Menu label={`${issues.length} 处问题`}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so that the keyboard must reach it */}
        <section tabIndex={0} aria-label="问题">
          <IssueWords template={template} issues={issues.slice(0, mostShown)} />
          {issues.length > mostShown && <p className="secondary">还有 {issues.length - mostShown} 处。</p>}
        </section>
      </Menu>
    </div>
  )
}
