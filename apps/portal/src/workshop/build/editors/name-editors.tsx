import { lazy } from 'react'
import { ClausePicker } from '../../clauses/clause-picker.tsx'
import { resolved } from '../../model/dialect.ts'
import { type Names, useNames } from '../names.ts'
import { CodesEditor } from './codes-editor.tsx'
import type { Editor, EditorProps } from './editor-props.ts'

const namedBy = ({ schema }: EditorProps): string => String(schema['x-names'])

/** What is written and not among what may be named stays to be seen. */
const withWritten = (names: Names, written: readonly string[]): Names => [
  ...written
    .filter((name) => !names.some(([one]) => one === name))
    .map((name) => [name, `${name}（没有这一项）`] as const),
  ...names,
]

/** One of what may be named, by its title. */
function OneName(props: EditorProps) {
  const { id, describedBy, value, onChange } = props
  const names = useNames(namedBy(props))
  const written = typeof value === 'string' ? value : ''
  return (
    <select
      id={id}
      aria-describedby={describedBy}
      value={written}
      onChange={({ target }) => onChange(target.value || undefined)}
    >
      <option value="">不写</option>
      {withWritten(names, written === '' ? [] : [written]).map(([name, title]) => (
        <option key={name} value={name}>
          {title}
        </option>
      ))}
    </select>
  )
}

// Few templates have a Word file of their office.
const FormPicker = lazy(async () => ({ default: (await import('../../office/form-picker.tsx')).FormPicker }))

// What is many, or is found by more than its title, has an editor of its own.
const others: Readonly<Record<string, Editor>> = { clauses: ClausePicker, codes: CodesEditor, forms: FormPicker }

/** An editor for a value that names something else in the pack. */
export function NameEditor(props: EditorProps) {
  const Own = others[namedBy(props)] ?? OneName
  return <Own {...props} />
}

/** Several of what may be named, as boxes to tick, in their own order. */
export function NameBoxes({ of, schema, value, onChange, id, describedBy, label }: EditorProps) {
  const names = useNames(String(resolved(of, schema.items)['x-names']))
  const written = (Array.isArray(value) ? value : []).map(String)
  const all = withWritten(names, written)
  const toggle = (name: string, isOn: boolean) => {
    const next = all.map(([one]) => one).filter((one) => (one === name ? isOn : written.includes(one)))
    onChange(next.length > 0 ? next : undefined)
  }
  return (
    <fieldset className="box-row" id={id} aria-describedby={describedBy} aria-label={label}>
      {all.map(([name, title]) => (
        <label key={name} className="choice-row">
          <input
            type="checkbox"
            checked={written.includes(name)}
            onChange={({ target }) => toggle(name, target.checked)}
          />
          {title}
        </label>
      ))}
      {all.length === 0 && <span className="secondary">还没有可选的。</span>}
    </fieldset>
  )
}
