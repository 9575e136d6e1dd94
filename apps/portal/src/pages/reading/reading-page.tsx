import type { Draft, Template } from '@policyforms/core'
import { Reading } from '@policyforms/forms'
import '@policyforms/forms/styles.css'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { Dialog } from '../../parts/dialog.tsx'
import { toast, toastTrouble } from '../../parts/toasts.tsx'
import { When } from '../../parts/when.tsx'
import { download } from '../../server/download.ts'
import { sheetPath, withdrawDraft, wordPath } from '../../server/drafts.ts'
import { filePath } from '../../server/upload-file.ts'
import { useTitle } from '../../shell/use-title.ts'
import { today } from '../../today.ts'

const PreviewDialog = lazy(() => import('../../preview/preview-dialog.tsx'))

interface ReadingPageProps {
  readonly draft: Draft
  readonly template: Template
  readonly onWithdrawn: (draft: Draft) => void
}

/** What was submitted, to be read, printed, downloaded, or taken back. */
export default function ReadingPage({ draft, template, onWithdrawn }: ReadingPageProps) {
  useTitle(draft.title)
  const [panel, setPanel] = useState<'preview' | 'withdraw'>()
  const [isBusy, setBusy] = useState(false)
  const withdraw = () => {
    setBusy(true)
    withdrawDraft(draft.id).then(
      (withdrawn) => {
        toast({ tone: 'done', text: '已撤回，可以继续修改。' })
        onWithdrawn(withdrawn)
      },
      (error) => {
        setBusy(false)
        toastTrouble(error)
      },
    )
  }
  return (
    <div className="fill reading">
      <div className="fill-bar">
        <div className="fill-name">
          <p className="secondary">
            <Link href="/">我的材料</Link> / {template.pack.name}
          </p>
          <h1>{template.title}</h1>
          <p className="secondary">
            {draft.title !== template.title && <span>{draft.title}</span>}
            <span className="state" data-state="submitted">
              已提交
            </span>
            {draft.submittedAt && <When at={draft.submittedAt} />}
          </p>
        </div>
        <div className="fill-actions">
          <button type="button" className="button" onClick={() => setPanel('preview')}>
            预览 Word
          </button>
          <button
            type="button"
            className="button"
            onClick={() => void download(wordPath(draft.id), `${draft.title}.docx`).catch(toastTrouble)}
          >
            下载 Word
          </button>
          <button
            type="button"
            className="button"
            onClick={() => void download(sheetPath(draft.id), `${draft.title}.xlsx`).catch(toastTrouble)}
          >
            下载 Excel
          </button>
          <button type="button" className="button" onClick={() => window.print()}>
            打印
          </button>
          <button type="button" className="button" onClick={() => setPanel('withdraw')}>
            撤回
          </button>
        </div>
      </div>
      <article className="paper">
        <Reading
          template={template}
          answers={draft.answers}
          today={today()}
          href={(file) => filePath(draft.id, file)}
        />
      </article>
      <Suspense fallback={null}>
        {panel === 'preview' && <PreviewDialog draft={draft} title={draft.title} onClose={() => setPanel(undefined)} />}
      </Suspense>
      {panel === 'withdraw' && (
        <Dialog
          title="撤回这份材料"
          onClose={() => setPanel(undefined)}
          actions={
            <>
              <button type="button" className="button" onClick={() => setPanel(undefined)}>
                不撤回
              </button>
              <button type="button" className="button primary" disabled={isBusy} onClick={withdraw}>
                撤回修改
              </button>
            </>
          }
        >
          <p>撤回后回到填写状态，内容一字不动；改好后需要再次提交。这次提交仍留在历史里。</p>
        </Dialog>
      )}
    </div>
  )
}
