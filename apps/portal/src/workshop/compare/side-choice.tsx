import type { PackListing, PackStates } from '@policyforms/core'
import { useId, useState } from 'react'
import { useLoaded } from '../../server/use-loaded.ts'
import { usePacks } from '../../server/use-packs.ts'

interface SideChoiceProps {
  readonly label: string
  /** `PACK`, `PACK@copy` or `PACK@NUMBER`; empty before one is chosen. */
  readonly side: string
  readonly onChoose: (side: string) => void
}

const shown = ({ name, id }: PackListing) => `${name}（${id}）`

/** A pack, found by typing, and which of its states. */
export function SideChoice({ label, side, onChoose }: SideChoiceProps) {
  const { value: packs = [] } = usePacks()
  const [pack = '', state = ''] = side.split('@')
  const { value: states } = useLoaded<PackStates>(
    pack === '' ? null : `/api/workshop/${encodeURIComponent(pack)}/states`,
  )
  const [typed, setTyped] = useState<string>()
  const id = useId()
  const chosen = packs.find((one) => one.id === pack)
  const type = (text: string) => {
    setTyped(text)
    const found = packs.find((one) => text === shown(one) || text === one.id || text === one.name)
    if (found) {
      setTyped(undefined)
      onChoose(found.id)
    }
  }
  return (
    <fieldset className="side-choice">
      <legend>{label}</legend>
      <label htmlFor={`${id}-pack`}>地区</label>
      <input
        id={`${id}-pack`}
        type="text"
        list={`${id}-packs`}
        value={typed ?? (chosen ? shown(chosen) : pack)}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => type(target.value)}
        onBlur={() => setTyped(undefined)}
      />
      <datalist id={`${id}-packs`}>
        {packs.map((one) => (
          <option key={one.id} value={shown(one)} />
        ))}
      </datalist>
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
