import { type Draft, type Issue, type Pointer, type Template, validate } from '@policyforms/core'
import { useState } from 'react'
import type { Keeper } from '../../draft/keeper.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { IssueList } from '../../parts/issue-list.tsx'
import { toast } from '../../parts/toasts.tsx'
import { ServerTrouble } from '../../server/call.ts'
import { submitDraft } from '../../server/drafts.ts'
import { today } from '../../today.ts'
import { tally } from './missing-dialog.tsx'

interface SubmitDialogProps {
  readonly draft: Draft
  readonly template: Template
  readonly keeper: Keeper
  readonly saveNow: () => Promise<boolean>
  readonly onGo: (at: Pointer) => void
  readonly onClose: () => void
  readonly onSubmitted: (draft: Draft) => void
}

export function SubmitDialog({ draft, template, keeper, saveNow, onGo, onClose, onSubmitted }: SubmitDialogProps) {
  const [issues, setIssues] = useState<readonly Issue[]>(() => validate(template, keeper.answers(), { today: today() }))
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const isClean = issues.every((issue) => issue.severity === 'warning')
  const submit = async () => {
    setBusy(true)
    setTrouble('')
    try {
      if (!(await saveNow()))
        throw new Error('最后的改动还没有保存到服务器，所以没有提交。内容已留在本机，保存成功后再提交。')
      const submitted = await submitDraft(draft.id, keeper.state().revision)
      toast({ tone: 'done', text: '已提交。' })
      onSubmitted(submitted)
    } catch (error) {
      if (error instanceof ServerTrouble && error.refusal?.issues) setIssues(error.refusal.issues)
      else setTrouble(error instanceof Error ? error.message : String(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={isClean ? `提交“${template.title}”` : '还不能提交'}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {isClean ? '再看看' : '继续填写'}
          </button>
          {isClean && (
            <button type="button" className="button primary" disabled={isBusy} onClick={() => void submit()}>
              {isBusy ? '正在提交…' : issues.length > 0 ? '确认无误，提交' : '提交'}
            </button>
          )}
        </>
      }
    >
      {trouble && (
        <p className="notice" data-tone="error" role="alert">
          <span className="sign">没有提交</span>
          {trouble}
        </p>
      )}
      {isClean ? (
        <p>提交后内容不再改动，可以随时下载 Word 和 Excel；需要修改时可以撤回。</p>
      ) : (
        <p>有 {tally(issues)}。补齐、改正后就能提交；点一下就能到那里。</p>
      )}
      {isClean && issues.length > 0 && <p>以下 {issues.length} 处提醒不妨碍提交，请确认：</p>}
      <IssueList template={template} issues={issues} onGo={onGo} />
    </Dialog>
  )
}
