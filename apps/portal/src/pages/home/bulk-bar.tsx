import type { DraftSummary } from '@policyforms/core'
import { useState } from 'react'
import { toastTrouble } from '../../parts/toasts.tsx'
import { download } from '../../server/download.ts'

/** What one can do with several drafts at once. */
export function BulkBar({
  selected,
  onClear,
}: {
  readonly selected: readonly DraftSummary[]
  readonly onClear: () => void
}) {
  const [isBusy, setBusy] = useState(false)
  const ids = selected.map((draft) => draft.id)
  const templates = new Set(selected.map((draft) => draft.template))
  const [template] = templates
  const get = (path: string, name: string, body: unknown) => {
    setBusy(true)
    download(path, name, body)
      .catch(toastTrouble)
      .finally(() => setBusy(false))
  }
  return (
    <section className="bulk-bar" aria-label="所选材料">
      <strong>已选 {selected.length} 份</strong>
      {templates.size === 1 ? (
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => get('/api/exports/summary', '汇总.xlsx', { template, ids })}
        >
          汇总成一张 Excel
        </button>
      ) : (
        <span className="secondary">
          所选材料用了 {templates.size} 种模板；选同一种模板的材料，才能汇总成一张 Excel。
        </span>
      )}
      <button
        type="button"
        className="button"
        disabled={isBusy}
        onClick={() => get('/api/exports/word', '材料.zip', { ids })}
      >
        打包下载 Word
      </button>
      {isBusy && <span className="secondary">正在生成，可以继续做别的事。</span>}
      <button type="button" className="link" onClick={onClear}>
        取消选择
      </button>
    </section>
  )
}
