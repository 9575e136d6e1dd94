import type { Issue, Pointer, Template } from '@policyforms/core'
import { Dialog } from '../../parts/dialog.tsx'
import { IssueList, isMissing } from '../../parts/issue-list.tsx'

interface MissingDialogProps {
  readonly template: Template
  readonly issues: readonly Issue[]
  readonly onGo: (at: Pointer) => void
  readonly onClose: () => void
  readonly onSubmit: () => void
}

/** 还有 12 项未填写，2 处有误，1 处提醒 */
export const tally = (issues: readonly Issue[]): string => {
  const errors = issues.filter((issue) => issue.severity === 'error')
  const missing = errors.filter(isMissing).length
  return [
    missing > 0 && `${missing} 项未填写`,
    errors.length > missing && `${errors.length - missing} 处有误`,
    errors.length < issues.length && `${issues.length - errors.length} 处提醒`,
  ]
    .filter(Boolean)
    .join('，')
}

export function MissingDialog({ template, issues, onGo, onClose, onSubmit }: MissingDialogProps) {
  const isClean = issues.every((issue) => issue.severity === 'warning')
  return (
    <Dialog
      title={issues.length === 0 ? '没有缺漏' : `还有 ${tally(issues)}`}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            继续填写
          </button>
          {isClean && (
            <button type="button" className="button primary" onClick={onSubmit}>
              去提交
            </button>
          )}
        </>
      }
    >
      {issues.length === 0 ? (
        <p>应填的都已填写，各项检查都已通过。</p>
      ) : (
        <IssueList template={template} issues={issues} onGo={onGo} />
      )}
    </Dialog>
  )
}
