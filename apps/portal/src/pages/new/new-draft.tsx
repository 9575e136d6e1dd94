import type { PackListing } from '@policyforms/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Broken, Empty, Skeleton } from '../../parts/page-states.tsx'
import { toastTrouble } from '../../parts/toasts.tsx'
import { createDraft } from '../../server/drafts.ts'
import { useLoaded } from '../../server/use-loaded.ts'
import { useTitle } from '../../shell/use-title.ts'
import { byLevel } from './by-level.ts'
import { PackTemplates } from './pack-templates.tsx'

/** Which jurisdiction, which template. */
export default function NewDraft() {
  useTitle('新建材料')
  const { value: packs, trouble, again } = useLoaded<readonly PackListing[]>('/api/packs')
  const [, go] = useLocation()
  const [starting, setStarting] = useState<string>()
  const start = (template: string) => {
    setStarting(template)
    createDraft(template).then(
      (draft) => go(`/drafts/${draft.id}`),
      (error) => {
        setStarting(undefined)
        toastTrouble(error)
      },
    )
  }
  return (
    <div className="page">
      <div className="page-head">
        <h1>新建材料</h1>
      </div>
      {!packs && trouble && <Broken trouble={trouble} safe="已有的材料不受影响。" again={again} />}
      {!packs && !trouble && <Skeleton rows={8} />}
      {packs?.length === 0 && (
        <Empty title="还没有可用的模板">
          <p>服务器的 schemas 文件夹里没有任何地区的模板。放入一个地区的文件夹后，刷新本页就能看到。</p>
        </Empty>
      )}
      {packs && packs.length > 0 && (
        <div className="choose-template">
          <nav className="pack-index" aria-label="地区">
            {byLevel(packs).map(({ level, packs: those }) => (
              <section key={level}>
                <h2>{level}</h2>
                <ul>
                  {those.map((pack) => (
                    <li key={pack.id}>
                      <a href={`#${pack.id}`}>{pack.name}</a>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </nav>
          <div>
            {byLevel(packs).flatMap(({ packs: those }) =>
              those.map((pack) => <PackTemplates key={pack.id} pack={pack} starting={starting} onStart={start} />),
            )}
          </div>
        </div>
      )}
    </div>
  )
}
