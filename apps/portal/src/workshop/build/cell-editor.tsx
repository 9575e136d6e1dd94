import { isObject, type Json, type JsonObject } from '@policyforms/core'
import { useId } from 'react'
import { admittedBy, dialect, fieldKindsOf, keywordsOf, nameOfKind } from '../model/dialect.ts'
import type { SpecialProps } from './editors/editor-props.ts'

/** What is filled in at each cell of a matrix: a field of its own, but without a place in the outline. */
export function CellEditor({ value, onChange, id, describedBy, Form }: SpecialProps) {
  const own = useId()
  const cell: JsonObject = isObject(value) ? value : {}
  const kind = typeof cell['x-kind'] === 'string' ? cell['x-kind'] : ''
  const kinds = fieldKindsOf(dialect)
  const set = (keyword: string, next: Json | undefined) => {
    const { [keyword]: _, ...others } = cell
    onChange(next === undefined ? others : { ...cell, [keyword]: next })
  }
  /** What both kinds admit stays. */
  const become = (next: string) => {
    const admitted = admittedBy(dialect, next)
    const kept = Object.entries(cell).filter(([keyword]) => keyword !== 'x-kind' && admitted.includes(keyword))
    onChange({ 'x-kind': next, ...Object.fromEntries(kept) })
  }
  return (
    <div className="record">
      <div className="property">
        <label htmlFor={id}>种类</label>
        <select id={id} aria-describedby={describedBy} value={kind} onChange={({ target }) => become(target.value)}>
          {!kinds.includes(kind) && <option value={kind}>{kind || '（没有写）'}</option>}
          {kinds.map((one) => (
            <option key={one} value={one}>
              {nameOfKind(dialect, one)}
            </option>
          ))}
        </select>
      </div>
      <Form key={own + kind} of={dialect} keywords={keywordsOf(dialect, kind)} node={cell} onChange={set} />
    </div>
  )
}
