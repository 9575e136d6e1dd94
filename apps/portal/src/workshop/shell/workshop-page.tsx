import type { PackListing, WorkingCopySummary } from '@policyforms/core'
import { Link } from 'wouter'
import { Broken, Empty, Skeleton } from '../../parts/page-states.tsx'
import { When } from '../../parts/when.tsx'
import { useLoaded } from '../../server/use-loaded.ts'
import { useTitle } from '../../shell/use-title.ts'
import '../workshop.css'

/** 工坊: the packs that are being changed, and those that can be. */
export default function WorkshopPage() {
  useTitle('工坊')
  const { value: copies, trouble, again } = useLoaded<readonly WorkingCopySummary[]>('/api/workshop')
  const { value: packs } = useLoaded<readonly PackListing[]>('/api/packs')
  const others = packs?.filter(({ id }) => !copies?.some(({ pack }) => pack === id)) ?? []
  return (
    <div className="page">
      <div className="page-head">
        <h1>工坊</h1>
        <Link className="button primary" href="/workshop-new">
          新建地区
        </Link>
      </div>
      {!copies && trouble && <Broken trouble={trouble} safe="工作稿都在服务器上，没有丢。" again={() => again()} />}
      {!copies && !trouble && <Skeleton rows={4} />}
      {copies?.length === 0 && (
        <Empty title="还没有工作稿">
          <p>从下面选一个地区打开，就可以改它的模板。发布以前，填写人看到的还是现在的模板。</p>
        </Empty>
      )}
      {copies && copies.length > 0 && (
        <ul className="copies">
          {copies.map((copy) => (
            <li key={copy.pack}>
              <Link href={`/workshop/${copy.pack}/build`}>{copy.name}</Link>
              <span className="state">{copy.state === 'in-review' ? '待审核' : '正在改'}</span>
              <span className="secondary">
                {copy.savedBy} <When at={copy.savedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <section>
          <h2>现有的地区</h2>
          <ul className="copies">
            {others.map((pack) => (
              <li key={pack.id}>
                <Link href={`/workshop/${pack.id}/build`}>{pack.name}</Link>
                <span className="secondary">{pack.templates.length} 个模板</span>
                {pack.faults > 0 && <span className="error-words">{pack.faults} 处问题</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
