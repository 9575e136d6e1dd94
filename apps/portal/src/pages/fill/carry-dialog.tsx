import {
  type Answers,
  type CarryNote,
  carryAnswers,
  type Difference,
  type Draft,
  type Template,
} from '@policyforms/core'
import { useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { SaidDifferences } from '../../parts/said-differences.tsx'
import { ServerTrouble } from '../../server/call.ts'
import { carryDraft, newerPath } from '../../server/drafts.ts'
import { useLoaded } from '../../server/use-loaded.ts'
import { CarryNotes, needsAttention } from './carry-notes.tsx'

interface CarryDialogProps {
  readonly draft: Draft
  readonly template: Template
  readonly newer: Template
  readonly current: Answers
  readonly saveNow: () => Promise<boolean>
  /** The revision that is saved now. */
  readonly revision: () => number
  /** Somebody saved meanwhile: brings that in. */
  readonly catchUp: () => Promise<void>
  readonly onCarried: (draft: Draft) => void
  readonly onClose: () => void
}

interface Done {
  readonly draft: Draft
  readonly notes: readonly CarryNote[]
}

/** What would become of the answers in the newer version; then, if one wants it, what became of them. */
export default function CarryDialog(props: CarryDialogProps) {
  const { draft, template, newer, current, saveNow, revision, catchUp, onCarried, onClose } = props
  const [done, setDone] = useState<Done>()
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const { value: differences } = useLoaded<readonly Difference[]>(newerPath(draft.id), { revalidateOnFocus: false })
  const notes = done?.notes ?? carryAnswers(template, newer, current).notes
  const carry = async () => {
    setBusy(true)
    setTrouble('')
    try {
      if (!(await saveNow())) return setTrouble('还有内容没有保存到服务器，没有换。请等保存好了再换。')
      setDone({ draft: await carryDraft(draft.id, revision()), notes })
    } catch (error) {
      const isConflict = error instanceof ServerTrouble && error.refusal?.error === 'conflict'
      if (isConflict) await catchUp()
      setTrouble(
        isConflict
          ? '刚才别处也保存了这份材料，没有换。新的内容已经并入，下面是重新核对的结果，请再看一遍。'
          : error instanceof Error
            ? error.message
            : String(error),
      )
    } finally {
      setBusy(false)
    }
  }
  if (done)
    return (
      <Dialog
        wide
        title={`已换到 ${newer.version} 版`}
        onClose={() => onCarried(done.draft)}
        actions={
          <button type="button" className="button primary" onClick={() => onCarried(done.draft)}>
            继续填写
          </button>
        }
      >
        <p>
          {needsAttention(notes) > 0 ? '下面这些地方请看一看。' : '内容都带过来了。'}换以前的内容在“更多”里的“历史”中。
        </p>
        <CarryNotes from={template} to={newer} notes={notes} />
      </Dialog>
    )
  return (
    <Dialog
      wide
      title={`换到新版（${template.version} → ${newer.version}）`}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            先不换
          </button>
          <button type="button" className="button primary" disabled={isBusy} onClick={() => void carry()}>
            {isBusy ? '正在换' : '换到新版'}
          </button>
        </>
      }
    >
      {trouble && (
        <p className="notice" data-tone="error" role="alert">
          <span className="sign">没有换</span>
          <span>{trouble}</span>
        </p>
      )}
      <section>
        <h3>填好的内容会怎样</h3>
        <p>{notes.length === 0 ? '都原样带过去。' : '其余的原样带过去。换以前的内容留在历史里，可以查看。'}</p>
        <CarryNotes from={template} to={newer} notes={notes} />
      </section>
      <section>
        <h3>模板改了什么</h3>
        {differences ? <SaidDifferences differences={differences} titleOf={() => newer.title} /> : <p>正在读取…</p>}
      </section>
    </Dialog>
  )
}
