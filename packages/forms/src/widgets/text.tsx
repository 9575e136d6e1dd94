import { asText } from '../typing/readings.ts'
import { useTypedText } from '../typing/use-typed-text.ts'
import { aria, type Widget, type WidgetProps } from './widget.ts'

const TextInput = (props: WidgetProps) => (
  <input
    type="text"
    className="pf-input"
    autoComplete="off"
    {...aria(props)}
    {...useTypedText(props.keys, props.value, asText)}
  />
)

export const text = { Control: TextInput, isGroup: () => false } satisfies Widget
