import type { PackStates, WorkingCopySummary } from '@policyforms/core'
import { useId } from 'react'
import { useLoaded } from '../../server/use-loaded.ts'
import { usePacks } from '../../server/use-packs.ts'
import { SearchPicker } from '../rules/search-picker.tsx'
import '../rules/expression.css'

interface SideChoiceProps {
  readonly label: string
  /** `PACK`, `PACK@copy` or `PACK@NUMBER`; empty before one is chosen. */
  readonly side: string
  readonly onChoose: (side: string) => void
}

/** A pack, found by typing, and which of its states. */
export function SideChoice({ label, side, onChoose }: SideChoiceProps) {
  const { value: packs = [] } = usePacks()
  const { value: copies = [] } = useLoaded<readonly WorkingCopySummary[]>('/api/workshop')
  const [pack = '', state = ''] = side.split('@')
  const { value: states } = useLoaded<PackStates>(
    pack === '' ? null : `/api/workshop/${encodeURIComponent(pack)}/states`,
  )
  const id = useId()
  // What has not been published yet is only a working copy.
  const unpublished = copies.filter((copy) => !packs.some((one) => one.id === copy.pack))
  const choices = [
    ...packs.map((one) => ({ key: one.id, title: one.name, detail: one.id })),
    ...unpublished.map((copy) => ({ key: `${copy.pack}@copy`, title: copy.name, detail: copy.pack })),
  ]
  const chosen = choices.find(({ detail }) => detail === pack)
  return (
    <fieldset className="side-choice">
      <legend>{label}</legend>
      <label htmlFor={`${id}-pack`}>地区</label>
      <SearchPicker
        id={`${id}-pack`}
        label={`${label}的地区`}
        placeholder="按名称查找地区"
        chosen={chosen?.title ?? pack}
        choices={choices}
        onPick={onChoose}
      />
      <label htmlFor={`${id}-state`}>版本</label>
      <select
        id={`${id}-state`}
        value={state}
        disabled={!states}
        onChange={({ target }) => onChoose(target.value === '' ? pack : `${pack}@${target.value}`)}
      >
        {(states?.isInFolder ?? true) && <option value="">现行</option>}
        {states?.hasCopy && <option value="copy">工作稿</option>}
        {states?.versions.map(({ number, at }) => (
          <option key={number} value={number}>
            第 {number} 版（{at.slice(0, 10)}）
          </option>
        ))}
      </select>
    </fieldset>
  )
}
