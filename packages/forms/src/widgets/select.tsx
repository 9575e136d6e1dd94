import type { Option } from './options.ts'
import { aria, type WidgetProps } from './widget.ts'

export interface SelectProps extends WidgetProps {
  readonly options: readonly Pick<Option, 'code' | 'title'>[]
  readonly onPick: (code: string | undefined) => void
}

export const Select = (props: SelectProps) => {
  const { value, options } = props
  const isStray = typeof value === 'string' && !options.some((option) => option.code === value)
  return (
    <select
      className="pf-input"
      {...aria(props)}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => props.onPick(event.target.value || undefined)}
    >
      <option value="">{props.compact ? '' : '请选择'}</option>
      {isStray && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.code} value={option.code}>
          {option.title}
        </option>
      ))}
    </select>
  )
}
