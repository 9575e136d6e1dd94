import { charactersOf } from '@policyforms/core'
import { useMemo, useRef, useState } from 'react'
import { asText } from '../typing/readings.ts'
import { type Reading, useTypedText } from '../typing/use-typed-text.ts'
import { aria, type Widget, type WidgetProps } from './widget.ts'

const growsByItself = () => CSS.supports('field-sizing', 'content')

const grow = (area: HTMLTextAreaElement | null) => {
  if (!area || growsByItself()) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}

const Count = ({ count, least, most }: { count: number; least: number | undefined; most: number | undefined }) => {
  if (least === undefined && most === undefined) return null
  const over = most !== undefined && count > most
  const asked = most === undefined ? `至少 ${least}` : most
  return (
    <span className="pf-count" data-over={over || undefined} role={over ? 'status' : undefined}>
      {count}/{asked} 字{over ? `，超出 ${count - most} 字` : ''}
    </span>
  )
}

const TextArea = (props: WidgetProps) => {
  const { field, value } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const [count, setCount] = useState(() => charactersOf(asText.show(value, false)))
  const reading = useMemo<Reading>(
    () => ({
      ...asText,
      onText: (text) => {
        setCount(charactersOf(text))
        grow(area.current)
      },
    }),
    [],
  )
  const { ref, ...events } = useTypedText(props.keys, value, reading)
  return (
    <div className="pf-narrative">
      <textarea
        className="pf-input"
        rows={props.compact ? 1 : 4}
        {...aria(props)}
        {...events}
        ref={(element) => {
          area.current = element
          ref(element)
        }}
      />
      <Count count={count} least={field.minChars} most={field.maxChars} />
    </div>
  )
}

export const narrative = { Control: TextArea, isGroup: () => false } satisfies Widget
