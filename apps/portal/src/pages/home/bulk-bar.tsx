import type { DraftSummary } from '@policyforms/core'
import { lazy, Suspense, useState } from 'react'
import { useExport } from './use-export.ts'

const SummaryDialog = lazy(() => import('./summary-dialog.tsx'))

/** What one can do with several drafts at once. */
export function BulkBar({
  selected,
  onClear,
}: {
  readonly selected: readonly DraftSummary[]
  readonly onClear: () => void
}) {
  const [isChoosing, setChoosing] = useState(false)
  const { isBusy, progress, run, cancel } = useExport()
  const ids = selected.map((draft) => draft.id)
  const templates = new Set(selected.map((draft) => draft.template))
  const [template] = templates
  return (
    <section className="bulk-bar" aria-label="所选材料">
      <strong>已选 {selected.length} 份</strong>
      {templates.size === 1 ? (
        <button type="button" className="button" disabled={isBusy} onClick={() => setChoosing(true)}>
          汇总成一张表…
        </button>
      ) : (
        <span className="secondary">所选材料用了 {templates.size} 种模板；选同一种模板的材料，才能汇总成一张表。</span>
      )}
      <button
        type="button"
        className="button"
        disabled={isBusy}
        onClick={() => run('/api/exports/word', '材料.zip', { ids })}
      >
        打包下载 Word
      </button>
      {templates.size === 1 && selected.length > 1 && (
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => run('/api/exports/compilation', '汇编.docx', { ids })}
        >
          汇编成一个 Word
        </button>
      )}
      {isBusy && (
        <span className="exporting" role="status">
          {progress ? (
            <>
              <progress value={progress.done} max={progress.total} aria-label="生成进度" />
              已完成 {progress.done}／{progress.total} 份
            </>
          ) : (
            '正在生成，可以继续做别的事。'
          )}
          <button type="button" className="link" onClick={cancel}>
            取消生成
          </button>
        </span>
      )}
      <button type="button" className="link" onClick={onClear}>
        取消选择
      </button>
      {isChoosing && template && (
        <Suspense>
          <SummaryDialog
            template={template}
            count={selected.length}
            onClose={() => setChoosing(false)}
            onTake={(look) => {
              setChoosing(false)
              run('/api/exports/summary', '汇总.xlsx', { template, ids, ...look })
            }}
          />
        </Suspense>
      )}
    </section>
  )
}
