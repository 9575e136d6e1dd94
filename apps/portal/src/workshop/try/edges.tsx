import { labelAt, type Template } from '@policyforms/core'
import { type BoundaryCase, derivedExample, type Limit } from '@policyforms/core/trying'
import { useMemo, useState } from 'react'
import { Empty, Skeleton } from '../../parts/page-states.tsx'
import { type ExampleFile, examplePath, textOfExample } from '../model/examples.ts'
import { freeFileName } from '../model/free-name.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'
import { IssueWords } from './issue-words.tsx'
import { saidBy, saidValue } from './said-value.ts'
import { useTried } from './use-tried.ts'
import './bench.css'

const limitWords: Readonly<Record<Limit, string>> = {
  required: '必填',
  minimum: '最小值',
  maximum: '最大值',
  'at-most': '按其他项算出的上限',
  places: '小数位数',
  length: '字数',
  characters: '字数（不计空白）',
  pattern: '格式',
  identifier: '校验码',
  option: '选项',
  other: '其他（请注明）',
  items: '选几项',
  rows: '行数',
  period: '起止先后',
  'file-type': '文件类型',
  'file-size': '文件大小',
  statement: '承诺',
}
const sideWords = { inside: '差一点', at: '刚好允许', outside: '刚好不允许' } as const
const mostShown = 100

interface EdgesProps {
  readonly template: Template
  readonly examples: readonly ExampleFile[]
}

/** Answers at the edges of the limits and rules, made from the complete example; each can be kept as an example. */
export function Edges({ template, examples }: EdgesProps) {
  const { store } = useWorkbench()
  const file = useWorking((state) => state.file)
  const [isAll, setAll] = useState(false)
  const [about, setAbout] = useState<'rule' | 'limit'>('rule')
  const { value: cases, isUpdating } = useTried('edges', template, examples)
  const { value: standings } = useTried('bench', template, examples)
  const covered = useMemo(
    () => new Set(standings?.flatMap((one) => one.found.map(({ code, at, params }) => `${params.rule ?? code} ${at}`))),
    [standings],
  )
  const broken = useMemo(() => new Set(standings?.flatMap(({ breaks }) => breaks)), [standings])
  if (examples.length === 0)
    return (
      <Empty title="还没有例子">
        <p>边界情形是把一个填全的例子改一点点得来的。请先到“预览”里存一个名为 complete 的例子。</p>
      </Empty>
    )
  if (!cases) return <Working />
  const isKept = (one: BoundaryCase) =>
    one.about.is === 'rule'
      ? broken.has(one.about.rule)
      : one.issues.some(({ code, at, params }) => covered.has(`${params.rule ?? code} ${at}`))
  const wanted = cases.filter((one) => one.about.is === about && (isAll || (one.side === 'outside' && !isKept(one))))
  const keep = (which: readonly BoundaryCase[]) => {
    const files = new Map(store.files)
    const taken = new Set(examples.map(({ name }) => name))
    for (const one of which) {
      const name = freeFileName(one.name, taken)
      taken.add(name)
      files.set(examplePath(file, name), textOfExample(derivedExample(one.from, one.set, one.issues)))
    }
    store.replace(files, which.length === 1 ? `加例子 ${which[0]?.name}` : `加 ${which.length} 个例子`)
  }
  return (
    <div className="bench">
      <div className="bench-head">
        <div role="toolbar" aria-label="看哪些" className="preview-tools">
          <button type="button" className="button" aria-pressed={about === 'rule'} onClick={() => setAbout('rule')}>
            规则
          </button>
          <button type="button" className="button" aria-pressed={about === 'limit'} onClick={() => setAbout('limit')}>
            各项的限制
          </button>
          <label className="choice-row">
            <input type="checkbox" checked={isAll} onChange={() => setAll(!isAll)} />
            连同已有例子的
          </label>
        </div>
        <p role="status">
          {wanted.length} 种情形{isUpdating && <span className="secondary">，正在更新</span>}
        </p>
        {wanted.length > 1 && wanted.length <= mostShown && (
          <button type="button" className="button" onClick={() => keep(wanted)}>
            全部加为例子
          </button>
        )}
      </div>
      {wanted.length === 0 && <p className="secondary">{isAll ? '没有这样的情形。' : '都已经有例子了。'}</p>}
      <ul className="standings">
        {wanted.slice(0, mostShown).map((one) => (
          <Edge key={one.name} one={one} template={template} onKeep={() => keep([one])} />
        ))}
      </ul>
      {wanted.length > mostShown && <p className="secondary">还有 {wanted.length - mostShown} 种没有列出。</p>}
    </div>
  )
}

function Working() {
  return (
    <div className="bench">
      <p role="status">正在按规则和限制生成，规则多的模板要十几秒，可以先做别的。</p>
      <Skeleton kind="rows" rows={8} />
    </div>
  )
}

interface EdgeProps {
  readonly one: BoundaryCase
  readonly template: Template
  readonly onKeep: () => void
}

function Edge({ one, template, onKeep }: EdgeProps) {
  const { about, side, set, from, issues, others } = one
  const rule = about.is === 'rule' ? template.rules.find(({ id }) => id === about.rule) : undefined
  const ruleIssue = issues.find(({ params }) => rule && params.rule === rule.id)
  return (
    <li>
      <p>
        <strong>
          {rule
            ? saidBy(rule.message, ruleIssue)
            : `${labelAt(template, about.at)}：${about.is === 'limit' && limitWords[about.limit]}`}
        </strong>{' '}
        <span className="secondary">
          {sideWords[side]}
          {others > 0 && `，连带 ${others} 处别的问题`}
        </span>
      </p>
      <p className="secondary">
        在 {from.replace(/\.json$/, '')} 里：
        {Object.entries(set).map(([pointer, value]) => (
          <span key={pointer} className="change">
            {labelAt(template, pointer) || pointer}
            {saidValue(template, pointer, value)}
          </span>
        ))}
      </p>
      {issues.length > 0 ? <IssueWords template={template} issues={issues} /> : <p>没有问题。</p>}
      <p className="actions">
        <button type="button" className="button" onClick={onKeep}>
          加为例子
        </button>
      </p>
    </li>
  )
}
