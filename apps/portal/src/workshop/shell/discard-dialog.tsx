import type { WorkingCopySummary } from '@policyforms/core'
import { useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { toast } from '../../parts/toasts.tsx'
import { call } from '../../server/call.ts'
import { ExportButton } from './export-button.tsx'

interface DiscardDialogProps {
  readonly copy: WorkingCopySummary
  readonly isInFolder: boolean
  readonly onClose: () => void
  /** Ends when the list is without it. */
  readonly onDone: () => Promise<void>
}

/** Asks before a working copy goes: what goes with it, and what stays. */
export function DiscardDialog({ copy, isInFolder, onClose, onDone }: DiscardDialogProps) {
  const [trouble, setTrouble] = useState('')
  const { pack, name } = copy
  const discard = async () => {
    try {
      await call('DELETE', `/api/workshop/${pack}`)
      toast({ tone: 'done', text: `已放弃${name}的工作稿。` })
      await onDone()
      onClose()
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <Dialog
      title={`放弃${name}的工作稿`}
      onClose={onClose}
      actions={
        <>
          <ExportButton pack={pack} of="copy" name={name} label="先导出一份" />
          <button type="button" className="button" onClick={onClose}>
            不放弃
          </button>
          <button type="button" className="button primary" onClick={() => void discard()}>
            放弃工作稿
          </button>
        </>
      }
    >
      {isInFolder ? (
        <p>没有发布的改动都会丢，找不回来。已发布的模板和填写的材料不受影响，以后还可以从现行的模板重新打开工作稿。</p>
      ) : (
        <p>这个地区还没有发布过，放弃以后就什么都没有了，找不回来。可以先导出一份，以后再导入。</p>
      )}
      {trouble && (
        <p className="error-words" role="alert">
          {trouble}
        </p>
      )}
    </Dialog>
  )
}
