import type { Template } from '@policyforms/core'
import type { ExampleStanding } from '@policyforms/core/trying'
import { Empty, Skeleton } from '../../parts/page-states.tsx'
import { withExpectation } from '../model/example-edits.ts'
import { type ExampleFile, examplePath } from '../model/examples.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { IssueWords } from './issue-words.tsx'
import { RuleStandings } from './rule-standings.tsx'
import { useTried } from './use-tried.ts'
import './bench.css'

interface BenchProps {
  readonly template: Template
  readonly examples: readonly ExampleFile[]
  readonly onTry: (name: string) => void
}

/** Every example: what it expects, what it gives now, and which rules it exercises. */
export function Bench({ template, examples, onTry }: BenchProps) {
  const { store } = useWorkbench()
  const file = useWorking((state) => state.file)
  const { value: standings, isUpdating } = useTried('bench', template, examples)
  if (examples.length === 0)
    return (
      <Empty title="还没有例子">
        <p>到“预览”里选“自动填满”，改一改，再“存为例子”。有了例子，改模板时才看得出改坏了什么。</p>
      </Empty>
    )
  if (!standings) return <Skeleton kind="rows" rows={8} />
  const failing = standings.filter((one) => !one.isPassed && !one.fault)
  const settle = (which: readonly ExampleStanding[]) => {
    const files = new Map(store.files)
    for (const { name, found } of which) {
      const path = examplePath(file, name)
      files.set(path, withExpectation(store.textOf(path), found))
    }
    store.replace(files, `照现在的结果更新 ${which.length} 个例子`)
  }
  const remove = (name: string) => store.write(examplePath(file, name), null, `删除例子 ${name}`)
  return (
    <div className="bench">
      <div className="bench-head">
        <p role="status">
          {standings.length} 个例子，{failing.length === 0 ? '都与预期相符' : `${failing.length} 个与预期不符`}
          {isUpdating && <span className="secondary">，正在更新</span>}
        </p>
        {failing.length > 1 && (
          <button type="button" className="button" onClick={() => settle(failing)}>
            全部照现在的结果更新预期
          </button>
        )}
      </div>
      <ul className="standings">
        {standings.map((one) => (
          <Standing
            key={one.name}
            one={one}
            template={template}
            onTry={() => onTry(one.name)}
            onSettle={() => settle([one])}
            onRemove={() => remove(one.name)}
          />
        ))}
      </ul>
      <RuleStandings template={template} standings={standings} />
    </div>
  )
}

const faultWords = {
  unreadable: '文件读不出来，请先改好 JSON',
  'no-base': '它所依据的例子不在了',
  'no-row': 'set 里有一处指到了没有的行，什么也没有改',
} as const

interface StandingProps {
  readonly one: ExampleStanding
  readonly template: Template
  readonly onTry: () => void
  readonly onSettle: () => void
  readonly onRemove: () => void
}

function Standing({ one, template, onTry, onSettle, onRemove }: StandingProps) {
  const { name, fault, expected, found, missing, isPassed, breaks, satisfies } = one
  return (
    <li data-tone={isPassed ? 'done' : 'error'}>
      <details open={!isPassed}>
        <summary>
          <span className="sign">{isPassed ? '相符' : '不符'}</span> <strong>{name}</strong>{' '}
          <span className="secondary">
            {expected && expected.length > 0 ? `应当报 ${expected.length} 处` : '应当没有错误'}
            {breaks.length > 0 && `，违反规则 ${breaks.join('、')}`}
          </span>
        </summary>
        {fault && <p className="error-words">{faultWords[fault]}</p>}
        {missing.length > 0 && (
          <p>
            预期有、现在没有：
            {missing.map(({ code, rule, at }) => (
              <code key={`${code} ${rule} ${at}`}>
                {rule ?? code} {at}{' '}
              </code>
            ))}
          </p>
        )}
        {found.length > 0 ? <IssueWords template={template} issues={found} /> : !fault && <p>现在没有问题。</p>}
        <p className="secondary">经过 {satisfies.length + breaks.length} 条规则。</p>
        <p className="actions">
          <button type="button" className="button" disabled={fault !== undefined} onClick={onTry}>
            用它试填
          </button>
          {!isPassed && !fault && (
            <button type="button" className="button" onClick={onSettle}>
              照现在的结果更新预期
            </button>
          )}
          <button type="button" className="button" onClick={onRemove}>
            删除
          </button>
        </p>
      </details>
    </li>
  )
}
