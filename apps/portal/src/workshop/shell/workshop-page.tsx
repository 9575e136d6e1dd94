import type { WorkingCopySummary } from '@policyforms/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { findPacks } from '../../pages/new/find-packs.ts'
import { Broken, Empty, Skeleton } from '../../parts/page-states.tsx'
import { useLoaded } from '../../server/use-loaded.ts'
import { usePacks } from '../../server/use-packs.ts'
import { useTitle } from '../../shell/use-title.ts'
import { CopyList } from './copy-list.tsx'
import { PackList } from './pack-list.tsx'
import { SignerWords } from './signer-words.tsx'
import './shell.css'

const searchedFrom = 8

const matches = (copies: readonly WorkingCopySummary[], words: string) => {
  const wanted = words.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  return copies.filter(({ name, pack }) => wanted.every((word) => `${name} ${pack}`.toLowerCase().includes(word)))
}

/** 工坊: the packs that are being changed, and those that can be. */
export default function WorkshopPage() {
  useTitle('工坊')
  const { value: copies, trouble, again } = useLoaded<readonly WorkingCopySummary[]>('/api/workshop')
  const { value: packs, trouble: packsTrouble, again: packsAgain } = usePacks()
  const [words, setWords] = useState('')
  const others = packs?.filter(({ id }) => !copies?.some(({ pack }) => pack === id)) ?? []
  const found = { copies: matches(copies ?? [], words), others: findPacks(others, words) }
  const isLong = (copies?.length ?? 0) + others.length > searchedFrom
  const isNothing = words !== '' && found.copies.length + found.others.length === 0
  return (
    <div className="page">
      <div className="page-head">
        <h1>工坊</h1>
        <div className="workshop-actions">
          <Link className="button" href="/workshop-compare">
            比较
          </Link>
          <Link className="button" href="/workshop-import">
            导入
          </Link>
          <Link className="button primary" href="/workshop-new">
            新建地区
          </Link>
        </div>
      </div>
      {!copies && trouble && <Broken trouble={trouble} safe="工作稿都在服务器上，没有丢。" again={() => again()} />}
      {!copies && !trouble && <Skeleton rows={4} />}
      {copies && isLong && (
        <label className="workshop-search">
          查找
          <input
            type="search"
            placeholder="地区、模板"
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        </label>
      )}
      {copies?.length === 0 && (
        <Empty title="还没有工作稿">
          <p>从下面选一个地区打开，就可以改它的模板。发布以前，填写人看到的还是现在的模板。</p>
        </Empty>
      )}
      {isNothing && <p role="status">没有找到“{words}”。</p>}
      {found.copies.length > 0 && <CopyList copies={found.copies} packs={packs} again={() => again()} />}
      {found.others.length > 0 && <PackList packs={found.others} />}
      {copies && !packs && packsTrouble && (
        <Broken trouble={packsTrouble} safe="工作稿不受影响。" again={() => packsAgain()} />
      )}
      {copies && !packs && !packsTrouble && <Skeleton rows={4} />}
      {copies && <SignerWords />}
    </div>
  )
}
