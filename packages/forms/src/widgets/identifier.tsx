import { useMemo } from 'react'
import { asParsed } from '../typing/readings.ts'
import { useTypedText } from '../typing/use-typed-text.ts'
import { aria, type Widget, type WidgetProps } from './widget.ts'

const modes: Readonly<Record<string, 'tel' | 'email' | 'url' | 'numeric'>> = {
  mobile: 'tel',
  landline: 'tel',
  email: 'email',
  url: 'url',
  postcode: 'numeric',
}

const IdentifierInput = (props: WidgetProps) => {
  const { field, lists } = props
  const reading = useMemo(() => asParsed(field, lists), [field, lists])
  const typed = useTypedText(props.keys, props.value, reading)
  const [only, ...others] = field.schemes ?? []
  return (
    <input
      type="text"
      className="pf-input"
      data-code
      inputMode={others.length === 0 && only !== undefined ? modes[only] : undefined}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      {...aria(props)}
      {...typed}
    />
  )
}

export const identifier = { Control: IdentifierInput, isGroup: () => false } satisfies Widget
