import type { Comparison } from '@policyforms/core'
import { Link, useSearchParams } from 'wouter'
import { Broken, Skeleton } from '../../parts/page-states.tsx'
import { SaidDifferences } from '../../parts/said-differences.tsx'
import { toastTrouble } from '../../parts/toasts.tsx'
import { download } from '../../server/download.ts'
import { useLoaded } from '../../server/use-loaded.ts'
import { useTitle } from '../../shell/use-title.ts'
import { SideChoice } from './side-choice.tsx'
import '../property.css'
import '../publish/publish.css'
import '../move/move.css'

/** 比较: two jurisdictions, or two states of one, in words and as a Word table. */
export default function ComparePage() {
  useTitle('比较模板')
  const [sides, setSides] = useSearchParams()
  const [left, right] = [sides.get('left') ?? '', sides.get('right') ?? '']
  const choose = (key: 'left' | 'right') => (side: string) => setSides({ left, right, [key]: side }, { replace: true })
  const query = new URLSearchParams({ left, right })
  const isChosen = left !== '' && right !== ''
  const { value, trouble, again } = useLoaded<Comparison>(isChosen ? `/api/compare?${query}` : null)
  return (
    <div className="page moving">
      <div className="page-head">
        <h1>比较模板</h1>
        <Link className="button" href="/workshop">
          返回工坊
        </Link>
      </div>
      <div className="compared-sides">
        <SideChoice label="原来" side={left} onChoose={choose('left')} />
        <SideChoice label="现在" side={right} onChoose={choose('right')} />
      </div>
      {!isChosen && <p className="secondary">选两个地区，或同一地区的两个版本，看模板有哪些不同。</p>}
      {isChosen && !value && trouble && (
        <Broken trouble={trouble} safe="只是比较，没有改动任何内容。" again={() => again()} />
      )}
      {isChosen && !value && !trouble && <Skeleton rows={6} />}
      {value && (
        <section className="publish-part">
          <h2>
            从{value.left}到{value.right} <span className="count">{value.differences.length} 处</span>
          </h2>
          <div className="publish-actions">
            <button
              type="button"
              className="button"
              onClick={() => void download(`/api/compare.docx?${query}`, '修改对照表.docx').catch(toastTrouble)}
            >
              导出 Word 对照表
            </button>
          </div>
          <SaidDifferences
            differences={value.differences}
            titleOf={(template) => value.templates[template] ?? template}
          />
        </section>
      )}
    </div>
  )
}
