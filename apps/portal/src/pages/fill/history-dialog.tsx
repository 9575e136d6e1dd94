import type { Answers, Draft, HistoryEntry, Template } from '@policyforms/core'
import { useEffect, useState } from 'react'
import { differencesOf } from '../../draft/differences.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { DifferenceList } from '../../parts/difference-list.tsx'
import { Skeleton } from '../../parts/page-states.tsx'
import { toastTrouble } from '../../parts/toasts.tsx'
import { When } from '../../parts/when.tsx'
import { download } from '../../server/download.ts'
import { historyPath, redlinePath } from '../../server/drafts.ts'
import { useFixed, useLoaded } from '../../server/use-loaded.ts'

interface HistoryDialogProps {
  readonly draft: Draft
  readonly template: Template
  readonly current: Answers
  readonly saveNow: () => Promise<boolean>
  readonly onTake: (answers: Answers, said: string) => void
  readonly onClose: () => void
}

const redline = (id: string, from: number) => void download(redlinePath(id, from), '修订对照.docx').catch(toastTrouble)

const what = { created: '新建', saved: '保存', submitted: '提交', withdrawn: '撤回', carried: '换到新版' } as const

/** What was saved when; any of it compared with now, and brought back. */
export default function HistoryDialog({ draft, template, current, saveNow, onTake, onClose }: HistoryDialogProps) {
  const [isSaved, setSaved] = useState(false)
  useEffect(() => {
    void saveNow().then(() => setSaved(true))
  }, [saveNow])
  const entries = useLoaded<readonly HistoryEntry[]>(isSaved ? historyPath(draft.id) : null)
  const [chosen, setChosen] = useState<HistoryEntry>()
  const then = useFixed<Answers>(chosen ? `${historyPath(draft.id)}/${chosen.revision}` : null)
  const sections = then.value ? differencesOf(template, current, then.value) : []
  const restore = () => {
    if (!then.value || !chosen) return
    onTake(then.value, `已恢复为第 ${chosen.revision} 次保存的内容。`)
    onClose()
  }
  const titles = (keys: readonly string[]) =>
    template.sections
      .filter((section) => keys.includes(section.key))
      .map((section) => section.title)
      .join('、')
  return (
    <Dialog
      wide
      title="历史"
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            关闭
          </button>
          {sections.length > 0 && chosen && (
            <button type="button" className="button" onClick={() => redline(draft.id, chosen.revision)}>
              修订对照（Word）
            </button>
          )}
          {sections.length > 0 && (
            <button type="button" className="button primary" onClick={restore}>
              恢复到这时
            </button>
          )}
        </>
      }
    >
      {entries.trouble && !entries.value && (
        <p className="notice" data-tone="error" role="alert">
          <span className="sign">读不到历史</span>
          {entries.trouble.message}草稿不受影响。
        </p>
      )}
      {!entries.value && !entries.trouble && <Skeleton rows={6} />}
      {entries.value && (
        <div className="history">
          <ul className="revisions">
            {entries.value.map((entry) => (
              <li key={entry.revision}>
                <button
                  type="button"
                  className="button"
                  aria-pressed={chosen?.revision === entry.revision}
                  onClick={() => setChosen(entry)}
                >
                  <span>
                    {what[entry.what]} · <When at={entry.at} />
                  </span>
                  <span className="secondary">{titles(entry.sections) || '没有改动内容'}</span>
                </button>
              </li>
            ))}
          </ul>
          <div className="compared" aria-live="polite">
            {!chosen && <p className="secondary">选一次保存，看它与现在有什么不同。</p>}
            {chosen && !then.value && !then.trouble && <Skeleton rows={4} />}
            {then.trouble && <p className="error-words">{then.trouble.message}</p>}
            {then.value && sections.length === 0 && <p>与现在的内容相同。</p>}
            <DifferenceList sections={sections} before="现在" after="那时" />
          </div>
        </div>
      )}
    </Dialog>
  )
}
