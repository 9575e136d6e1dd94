import { useFilling } from '../store/context.ts'
import { Select } from './select.tsx'
import { aria, type Widget, type WidgetProps } from './widget.ts'

const answers = [
  { code: 'yes', title: '是', value: true },
  { code: 'no', title: '否', value: false },
] as const

const YesNo = (props: WidgetProps) => {
  const { store } = useFilling()
  const pick = (code: string | undefined) => store.set(props.keys, answers.find((one) => one.code === code)?.value)
  const chosen = answers.find((one) => one.value === props.value)?.code ?? props.value
  if (props.compact) return <Select {...props} value={chosen} options={answers} onPick={pick} />
  return (
    <div role="radiogroup" className="pf-options" data-inline {...aria(props)} tabIndex={-1}>
      {answers.map(({ code, title, value }, index) => (
        <label key={code} className="pf-option">
          <input
            type="radio"
            name={props.id}
            data-first={index === 0 || undefined}
            checked={props.value === value}
            onChange={() => pick(code)}
          />
          <span>{title}</span>
        </label>
      ))}
      {props.value !== undefined && !props.field.required && (
        <button type="button" className="pf-link" onClick={() => pick(undefined)}>
          清除
        </button>
      )}
    </div>
  )
}

const Statement = (props: WidgetProps) => {
  const { store } = useFilling()
  const { field, id } = props
  return (
    <div className="pf-statement">
      {(field.text ?? []).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <label className="pf-option">
        <input
          type="checkbox"
          {...aria(props)}
          aria-labelledby={`${props.labelledBy} ${id}-confirm`}
          checked={props.value === true}
          onChange={(event) => store.set(props.keys, event.target.checked ? true : undefined)}
        />
        <span id={`${id}-confirm`}>已阅读并确认以上内容</span>
      </label>
    </div>
  )
}

export const yesNo = { Control: YesNo, isGroup: () => true } satisfies Widget
export const statement = { Control: Statement, isGroup: () => true } satisfies Widget
