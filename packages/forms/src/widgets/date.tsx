import { type Json, pointerOf, property } from '@policyforms/core'
import { useMemo, useRef } from 'react'
import { useFilling } from '../store/context.ts'
import { asDate, asParsed, asText, partOf } from '../typing/readings.ts'
import { useTypedText } from '../typing/use-typed-text.ts'
import { aria, idOf, type Widget, type WidgetProps } from './widget.ts'

const samples = { date: '如 2024-3-5', month: '如 2024-3', year: '如 2024' } as const

const openPicker = (picker: HTMLInputElement | null, value: Json | undefined) => {
  if (!picker) return
  // An unfinished text is no date; the picker then opens on today.
  picker.value = typeof value === 'string' ? value : ''
  picker.showPicker()
}

/** The browser's own calendar behind a button. Browsers that lack it for months get no button. */
const Picker = ({ props, precision }: { props: WidgetProps; precision: 'date' | 'month' }) => {
  const { store } = useFilling()
  const picker = useRef<HTMLInputElement>(null)
  return (
    <span className="pf-picker" hidden={!hasPicker(precision)}>
      <button
        type="button"
        className="pf-icon"
        aria-label={precision === 'date' ? '打开日历' : '选择年月'}
        tabIndex={props.compact ? -1 : undefined}
        onClick={() => openPicker(picker.current, props.value)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3" />
        </svg>
      </button>
      <input
        ref={picker}
        type={precision}
        tabIndex={-1}
        aria-hidden="true"
        className="pf-picker-input"
        onChange={(event) => store.set(props.keys, event.target.value || undefined)}
      />
    </span>
  )
}

const known = new Map<string, boolean>()
const hasPicker = (type: 'date' | 'month'): boolean => {
  const answer = known.get(type)
  if (answer !== undefined) return answer
  const probe = document.createElement('input')
  probe.type = type
  const has = probe.type === type && 'showPicker' in probe
  known.set(type, has)
  return has
}

const DateInput = (props: WidgetProps) => {
  const { field, lists } = props
  const reading = useMemo(() => asDate(field, lists), [field, lists])
  const typed = useTypedText(props.keys, props.value, reading)
  const precision = field.kind === 'month' ? 'month' : 'date'
  return (
    <span className="pf-with-unit" data-kind={precision}>
      <input
        type="text"
        className="pf-input"
        autoComplete="off"
        placeholder={samples[precision]}
        {...aria(props)}
        {...typed}
      />
      <Picker props={props} precision={precision} />
    </span>
  )
}

const YearInput = (props: WidgetProps) => {
  const { field, lists } = props
  const reading = useMemo(() => {
    const parsed = asParsed(field, lists)
    return {
      ...parsed,
      show: (value: Json | undefined, inUse: boolean) => (inUse ? asText : parsed).show(value, inUse),
    }
  }, [field, lists])
  const typed = useTypedText(props.keys, props.value, reading)
  return (
    <input
      type="text"
      inputMode="numeric"
      className="pf-input"
      autoComplete="off"
      placeholder={samples.year}
      {...aria(props)}
      {...typed}
    />
  )
}

/** One end of a period is a date or month in its own right, at its own place. */
const PeriodEnd = ({ props, end, name }: { props: WidgetProps; end: 'from' | 'to'; name: string }) => {
  const { field } = props
  const part = useMemo(() => partOf(field, end, field.precision === 'date' ? 'date' : 'month'), [field, end])
  const keys = useMemo(() => [...props.keys, end], [props.keys, end])
  const id = end === 'from' ? props.id : idOf(pointerOf(keys))
  return (
    <span className="pf-period-end">
      <span id={`${id}-end`} className="pf-visually-hidden">
        {name}
      </span>
      <DateInput
        {...props}
        field={part}
        keys={keys}
        id={id}
        value={property(props.value, end)}
        labelledBy={`${props.labelledBy} ${id}-end`}
      />
    </span>
  )
}

const PeriodInput = (props: WidgetProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand inside a cell or take its name from the label
  <div role="group" className="pf-period" aria-labelledby={props.labelledBy}>
    <PeriodEnd props={props} end="from" name="起" />
    <span aria-hidden="true">至</span>
    <PeriodEnd props={props} end="to" name="止" />
  </div>
)

export const date = { Control: DateInput, isGroup: () => false } satisfies Widget
export const year = { Control: YearInput, isGroup: () => false } satisfies Widget
export const period = { Control: PeriodInput, isGroup: () => true } satisfies Widget
