import { type Json, listOf, property } from '@policyforms/core'
import { useMemo } from 'react'
import { useFilling } from '../store/context.ts'
import { leavesOf, type Option } from './options.ts'
import { OtherText } from './other-text.tsx'
import { Stray } from './stray.tsx'
import { naming, type Widget, type WidgetProps } from './widget.ts'

const codesOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((code: Json) => typeof code === 'string') : []

interface BoxesProps extends WidgetProps {
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  readonly onToggle: (code: string, on: boolean) => void
}

/** Options under the heading that they have in a tree. */
const groupsOf = (options: readonly Option[]) => [...Map.groupBy(options, (option) => option.above)]

const Boxes = ({ options, chosen, onToggle, ...props }: BoxesProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand inside a cell or take its name from the label
  <div role="group" className="pf-options" {...naming(props)} tabIndex={-1}>
    {groupsOf(options).map(([above, some]) => (
      <div key={above} className="pf-options-group">
        {above !== '' && <span className="pf-options-head">{above}</span>}
        {some.map((option) => (
          <label key={option.code} className="pf-option">
            <input
              type="checkbox"
              data-first={option === options[0] || undefined}
              aria-invalid={props.invalid || undefined}
              checked={chosen.includes(option.code)}
              onChange={(event) => onToggle(option.code, event.target.checked)}
            />
            <span>{option.title}</span>
          </label>
        ))}
      </div>
    ))}
  </div>
)

/** The codes in the order of the list, so that the same choice is the same answer. */
const toggled = (
  options: readonly Option[],
  chosen: readonly string[],
  code: string,
  on: boolean,
): Json | undefined => {
  const codes = options.map((option) => option.code).filter((one) => (one === code ? on : chosen.includes(one)))
  return codes.length === 0 ? undefined : codes
}

const Choices = (props: WidgetProps) => {
  const { store } = useFilling()
  const options = leavesOf(listOf(props.field, props.lists))
  const toggle = (code: string, on: boolean) =>
    store.update(props.keys, (value) => toggled(options, codesOf(value), code, on))
  return (
    <>
      <Stray value={props.value} />
      <Boxes {...props} options={options} chosen={codesOf(props.value)} onToggle={toggle} />
    </>
  )
}

const OpenChoices = (props: WidgetProps) => {
  const { store } = useFilling()
  const options = leavesOf(listOf(props.field, props.lists))
  const chosen = codesOf(property(props.value, 'choices'))
  const otherKeys = useMemo(() => [...props.keys, 'other'], [props.keys])
  const asked = (codes: readonly string[]) => options.some((option) => option.other && codes.includes(option.code))
  const toggle = (code: string, on: boolean) =>
    store.update(props.keys, (value) => {
      const choices = toggled(options, codesOf(property(value, 'choices')), code, on)
      const other = property(value, 'other')
      if (choices === undefined) return undefined
      return asked(codesOf(choices)) && other !== undefined ? { choices, other } : { choices }
    })
  return (
    <div className="pf-open">
      <Stray value={props.value} />
      <Boxes {...props} options={options} chosen={chosen} onToggle={toggle} />
      {asked(chosen) && <OtherText {...props} keys={otherKeys} value={property(props.value, 'other')} />}
    </div>
  )
}

export const choices = { Control: Choices, isGroup: () => true } satisfies Widget
export const openChoices = { Control: OpenChoices, isGroup: () => true } satisfies Widget
