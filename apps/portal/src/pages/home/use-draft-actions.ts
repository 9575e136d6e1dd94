import type { DraftSummary } from '@policyforms/core'
import { toast, toastTrouble } from '../../parts/toasts.tsx'
import { download } from '../../server/download.ts'
import { deleteDraft, duplicateDraft, restoreDraft, sheetPath, wordPath } from '../../server/drafts.ts'

export interface DraftActions {
  word(draft: DraftSummary): void
  excel(draft: DraftSummary): void
  duplicate(draft: DraftSummary): void
  remove(draft: DraftSummary): void
}

/** What one can do to a draft from the list. The list shows it at once, and again as it was if it fails. */
export const useDraftActions = (
  drafts: readonly DraftSummary[],
  onChange: (next?: readonly DraftSummary[]) => void,
): DraftActions => {
  const restore = (draft: DraftSummary) => restoreDraft(draft.id).then(() => onChange(), toastTrouble)
  const removed = (draft: DraftSummary) =>
    toast({ text: `已删除“${draft.title}”。`, action: { label: '撤销', run: () => void restore(draft) } })
  return {
    word: (draft) => void download(wordPath(draft.id), `${draft.title}.docx`).catch(toastTrouble),
    excel: (draft) => void download(sheetPath(draft.id), `${draft.title}.xlsx`).catch(toastTrouble),
    duplicate: (draft) =>
      void duplicateDraft(draft.id).then((made) => {
        onChange()
        toast({ text: `已复制为一份新的草稿“${made.title}”。` })
      }, toastTrouble),
    remove: (draft) => {
      onChange(drafts.filter(({ id }) => id !== draft.id))
      deleteDraft(draft.id).then(
        () => removed(draft),
        (error) => {
          onChange(drafts)
          toastTrouble(error)
        },
      )
    },
  }
}
