import type { DraftSummary } from '@policyforms/core'
import { useDeferredValue, useState } from 'react'
import { Link } from 'wouter'
import { Broken, Empty, Skeleton } from '../../parts/page-states.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { Tabs } from '../../parts/tabs.tsx'
import { useLoaded } from '../../server/use-loaded.ts'
import { useTitle } from '../../shell/use-title.ts'
import { BulkBar } from './bulk-bar.tsx'
import { DraftTable } from './draft-table.tsx'
import { isIn, matchesWords, states, type Wanted } from './find-drafts.ts'
import { useDraftActions } from './use-draft-actions.ts'

const perPage = 50

export function Home() {
  useTitle('我的材料')
  const { value: drafts, trouble, again } = useLoaded<readonly DraftSummary[]>('/api/drafts')
  return (
    <div className="page">
      <div className="page-head">
        <h1>我的材料</h1>
        {drafts?.length !== 0 && (
          <Link className="button primary" href="/new">
            新建材料
          </Link>
        )}
      </div>
      {drafts ? (
        drafts.length > 0 ? (
          <Found drafts={drafts} onChange={again} />
        ) : (
          <NoDrafts />
        )
      ) : trouble ? (
        <Broken trouble={trouble} safe="已保存的材料都在服务器上，不受影响。" again={again} />
      ) : (
        <Skeleton kind="rows" rows={6} />
      )}
    </div>
  )
}

function NoDrafts() {
  return (
    <Empty title="还没有材料">
      <p>在这里填写各地的申报书、方案和年度报告。填写的内容会自动保存，完成后可以下载 Word 和 Excel。</p>
      <p className="actions">
        <Link className="button primary" href="/new">
          选择地区和模板
        </Link>
      </p>
    </Empty>
  )
}

function Found({
  drafts,
  onChange,
}: {
  readonly drafts: readonly DraftSummary[]
  readonly onChange: (next?: readonly DraftSummary[]) => void
}) {
  const [words, setWords] = useState('')
  const [wanted, setWanted] = useState<Wanted>('all')
  const [limit, setLimit] = useState(perPage)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const sought = useDeferredValue(words)
  const actions = useDraftActions(drafts, onChange)
  const matching = drafts.filter((draft) => matchesWords(draft, sought))
  const rows = matching.filter((draft) => isIn(draft, wanted))
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))))
  const selected = drafts.filter((draft) => chosen.has(draft.id))
  return (
    <>
      <div className="finder">
        <Tabs
          legend="按状态筛选"
          tabs={states.map((one) => ({ ...one, count: matching.filter((draft) => isIn(draft, one.key)).length }))}
          chosen={wanted}
          onChoose={setWanted}
        />
        <SearchField label="查找材料" hint="查找名称、模板、地区" words={words} onWords={setWords} />
      </div>
      {selected.length > 0 && <BulkBar selected={selected} onClear={() => setChosen(new Set())} />}
      {rows.length === 0 ? (
        <p className="nothing-found">
          {words ? `没有找到含“${words}”的材料。` : '这里还没有材料。'}
          <button
            type="button"
            className="link"
            onClick={() => {
              setWords('')
              setWanted('all')
            }}
          >
            显示全部
          </button>
        </p>
      ) : (
        <DraftTable drafts={rows.slice(0, limit)} chosen={chosen} onChoose={choose} actions={actions} />
      )}
      {rows.length > limit && (
        <p className="more-rows">
          已显示 {limit} 份，共 {rows.length} 份。
          <button type="button" className="button" onClick={() => setLimit(limit + perPage)}>
            再显示 {Math.min(perPage, rows.length - limit)} 份
          </button>
        </p>
      )}
    </>
  )
}
