import { pointerOf } from '@policyforms/core'
import { asText } from '../typing/readings.ts'
import { useTypedText } from '../typing/use-typed-text.ts'
import { aria, idOf, type WidgetProps } from './widget.ts'

/** The text that an option such as 其他 asks for. */
export const OtherText = (props: WidgetProps) => {
  const id = idOf(pointerOf(props.keys))
  const own = { ...props, id, labelledBy: `${props.labelledBy} ${id}-name` }
  return (
    <div className="pf-other">
      <label id={`${id}-name`} htmlFor={id}>
        请注明
      </label>
      <input
        type="text"
        className="pf-input"
        autoComplete="off"
        {...aria(own)}
        aria-required
        {...useTypedText(props.keys, props.value, asText)}
      />
    </div>
  )
}
