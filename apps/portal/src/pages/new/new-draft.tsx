import { useState } from 'react'
import { useLocation } from 'wouter'
import { Broken, Empty, Skeleton } from '../../parts/page-states.tsx'
import { toastTrouble } from '../../parts/toasts.tsx'
import { createDraft } from '../../server/drafts.ts'
import { usePacks } from '../../server/use-packs.ts'
import { useTitle } from '../../shell/use-title.ts'
import { PackChoice } from './pack-choice.tsx'

/** Which jurisdiction, which template. */
export default function NewDraft() {
  useTitle('新建材料')
  const { value: packs, trouble, again } = usePacks()
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
      {packs && packs.length > 0 && <PackChoice packs={packs} starting={starting} onStart={start} />}
    </div>
  )
}
