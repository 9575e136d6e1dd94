import { type CodeList, type Json, listOf, property } from '@policyforms/core'
import { type ReactNode, useMemo } from 'react'
import { useFilling } from '../store/context.ts'
import { ComboBox } from './combo-box.tsx'
import { leavesOf, mannerOf } from './options.ts'
import { OtherText } from './other-text.tsx'
import { Select } from './select.tsx'
import { Stray } from './stray.tsx'
import { aria, type Widget, type WidgetProps } from './widget.ts'

export interface PickProps extends WidgetProps {
  readonly list: CodeList
  readonly onPick: (code: string | undefined) => void
}

const Radios = (props: PickProps) => (
  <div role="radiogroup" className="pf-options" {...aria(props)} tabIndex={-1}>
    {!leavesOf(props.list).some((option) => option.code === props.value) && <Stray value={props.value} />}
    {leavesOf(props.list).map((option, index) => (
      <label key={option.code} className="pf-option">
        <input
          type="radio"
          name={props.id}
          data-first={index === 0 || undefined}
          checked={props.value === option.code}
          onChange={() => props.onPick(option.code)}
        />
        <span>{option.title}</span>
      </label>
    ))}
    {props.value !== undefined && !props.field.required && (
      <button type="button" className="pf-link" onClick={() => props.onPick(undefined)}>
        清除
      </button>
    )}
  </div>
)

const Pick = (props: PickProps): ReactNode => {
  const manner = mannerOf(props.list, props.compact)
  if (manner === 'search') return <ComboBox {...props} />
  return manner === 'select' ? <Select {...props} options={leavesOf(props.list)} /> : <Radios {...props} />
}

const Choice = (props: WidgetProps) => {
  const { store } = useFilling()
  const list = listOf(props.field, props.lists)
  return <Pick {...props} list={list} onPick={(code) => store.set(props.keys, code)} />
}

const asksOther = (list: CodeList, code: Json | undefined): boolean =>
  leavesOf(list).some((option) => option.code === code && option.other)

const OpenChoice = (props: WidgetProps) => {
  const { store } = useFilling()
  const list = listOf(props.field, props.lists)
  const chosen = typeof props.value === 'string' ? props.value : property(props.value, 'choice')
  const otherKeys = useMemo(() => [...props.keys, 'other'], [props.keys])
  const pick = (code: string | undefined) =>
    store.update(props.keys, (value) => {
      if (code === undefined) return undefined
      const other = property(value, 'other')
      return asksOther(list, code) && other !== undefined ? { choice: code, other } : { choice: code }
    })
  return (
    <div className="pf-open">
      <Pick {...props} list={list} value={chosen} onPick={pick} />
      {asksOther(list, chosen) && <OtherText {...props} keys={otherKeys} value={property(props.value, 'other')} />}
    </div>
  )
}

const isGroup: Widget['isGroup'] = (field, lists) => mannerOf(listOf(field, lists), false) === 'radios'

export const choice = { Control: Choice, isGroup } satisfies Widget
export const openChoice = { Control: OpenChoice, isGroup } satisfies Widget
