import type { SummaryLook, Template } from '@policyforms/core'
import { useId, useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { Skeleton } from '../../parts/page-states.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { useLoaded } from '../../server/use-loaded.ts'
import { ChosenColumns } from './chosen-columns.tsx'
import { type Item, itemsOf, keptChoice, lookOf, matches } from './column-list.ts'
import { keepColumns, readColumns } from './kept-columns.ts'

interface SummaryDialogProps {
  readonly template: string
  readonly count: number
  readonly onTake: (look: SummaryLook) => void
  readonly onClose: () => void
}

const formats = [
  { format: 'xlsx', label: 'Excel 工作簿', about: '主表一份材料一行，表格和矩阵各成一张' },
  { format: 'csv', label: 'CSV', about: '只有主表' },
  { format: 'zip', label: 'CSV 压缩包', about: '每张表一个文件' },
] as const
type Format = (typeof formats)[number]['format']

/** Which columns a summary shows, in which order, and as what kind of file. */
export default function SummaryDialog({ template: id, count, onTake, onClose }: SummaryDialogProps) {
  const { value: template, trouble } = useLoaded<Template>(`/api/templates/${id}`)
  const [chosen, setChosen] = useState<readonly string[]>()
  const [format, setFormat] = useState<Format>('xlsx')
  const items = template ? itemsOf(template) : []
  const taken = chosen ?? (template ? keptChoice(items, readColumns(id)) : [])
  const take = () => {
    if (!template) return
    keepColumns(id, taken)
    onTake(lookOf(template, items, taken, format))
  }
  return (
    <Dialog
      wide
      title={`汇总 ${count} 份材料`}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            取消
          </button>
          <button type="button" className="button primary" disabled={taken.length === 0} onClick={take}>
            生成
          </button>
        </>
      }
    >
      {!template && !trouble && <Skeleton rows={6} />}
      {trouble && (
        <p className="notice" data-tone="error" role="alert">
          {trouble.message}
        </p>
      )}
      {template && (
        <>
          <fieldset className="formats">
            <legend>文件</legend>
            {formats.map((one) => (
              <label key={one.format}>
                <input
                  type="radio"
                  name="format"
                  checked={format === one.format}
                  onChange={() => setFormat(one.format)}
                />
                {one.label}
                <span className="secondary">{one.about}</span>
              </label>
            ))}
          </fieldset>
          <div className="columns-choice">
            <Available items={items} taken={taken} onChange={setChosen} />
            <ChosenColumns items={items} taken={taken} onChange={setChosen} />
          </div>
        </>
      )}
    </Dialog>
  )
}

interface AvailableProps {
  readonly items: readonly Item[]
  readonly taken: readonly string[]
  readonly onChange: (taken: readonly string[]) => void
}

/** All that there is, by section, with a search. */
function Available({ items, taken, onChange }: AvailableProps) {
  const [words, setWords] = useState('')
  const heading = useId()
  const found = items.filter((item) => matches(item, words))
  const ids = found.map(({ id }) => id)
  const have = new Set(taken)
  const set = (some: readonly string[], isTaken: boolean) =>
    onChange(isTaken ? [...taken, ...some.filter((id) => !have.has(id))] : taken.filter((id) => !some.includes(id)))
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>可选的列</h3>
      <SearchField label="查找列" words={words} onWords={setWords} />
      <p className="actions">
        <button type="button" className="link" onClick={() => set(ids, true)}>
          全选
        </button>
        <button type="button" className="link" onClick={() => set(ids, false)}>
          全不选
        </button>
      </p>
      <div className="column-list">
        {[...Map.groupBy(found, ({ group }) => group)].map(([group, held]) => (
          <fieldset key={group}>
            <legend>{group}</legend>
            {held.map(({ id, label }) => (
              <label key={id}>
                <input type="checkbox" checked={have.has(id)} onChange={(event) => set([id], event.target.checked)} />
                {label}
              </label>
            ))}
          </fieldset>
        ))}
        {found.length === 0 && <p className="secondary">没有找到含“{words}”的列。</p>}
      </div>
    </section>
  )
}
