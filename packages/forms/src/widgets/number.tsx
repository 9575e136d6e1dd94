import { useMemo } from 'react'
import { asNumber } from '../typing/readings.ts'
import { useTypedText } from '../typing/use-typed-text.ts'
import { WithUnit } from './unit.tsx'
import { aria, type Widget, type WidgetProps } from './widget.ts'

const NumberInput = (props: WidgetProps) => {
  const { field, lists } = props
  const reading = useMemo(() => asNumber(field, lists), [field, lists])
  const typed = useTypedText(props.keys, props.value, reading)
  const mode = field.places || (field.minimum ?? -1) < 0 ? 'decimal' : 'numeric'
  return (
    <WithUnit unit={props.compact ? undefined : (field.unit ?? (field.kind === 'percent' ? '%' : undefined))}>
      <input
        type="text"
        inputMode={mode}
        className="pf-input"
        data-numeric
        autoComplete="off"
        {...aria(props)}
        {...typed}
      />
    </WithUnit>
  )
}

export const number = { Control: NumberInput, isGroup: () => false } satisfies Widget
