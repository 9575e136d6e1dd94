import { type Issue, keysOf, labelAt, type Pointer } from '@policyforms/core'
import { useEffect, useRef } from 'react'
import { useFilling } from '../store/context.ts'

const most = 8

export interface DeleteQuestionProps {
  /** The row, as it is referred to: IP02 某某专利. */
  readonly row: string
  /** Where it is referred to. */
  readonly places: readonly Issue['at'][]
  readonly onDelete: () => void
  readonly onKeep: () => void
}

/** Asked before a row goes that others refer to, with where they are. */
export const DeleteQuestion = ({ row, places, onDelete, onKeep }: DeleteQuestionProps) => {
  const { store, goTo } = useFilling()
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])
  const nameOf = (place: Pointer) => {
    const section = store.template.sections.find(({ key }) => key === keysOf(place)[0])
    return `${section?.title ?? ''}：${labelAt(store.template, place)}`
  }
  return (
    <div
      role="alertdialog"
      className="pf-question"
      aria-label={`删除 ${row}`}
      aria-describedby="pf-question-why"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onKeep()
      }}
    >
      <div id="pf-question-why">
        <p>
          <strong>{row}</strong>被 {places.length} 处引用，删除后这些地方要重新选择：
        </p>
        <ul>
          {places.slice(0, most).map((place) => (
            <li key={place}>
              <button type="button" className="pf-link" onClick={() => goTo(place)}>
                {nameOf(place)}
              </button>
            </li>
          ))}
        </ul>
        {places.length > most && <p className="pf-quiet">还有 {places.length - most} 处</p>}
      </div>
      <button type="button" className="pf-button" ref={keep} onClick={onKeep}>
        不删除
      </button>
      <button type="button" className="pf-button" data-danger onClick={onDelete}>
        仍然删除
      </button>
    </div>
  )
}
