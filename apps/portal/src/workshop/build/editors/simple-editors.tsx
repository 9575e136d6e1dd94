import { useEffect, useRef, useState } from 'react'
import type { EditorProps } from './editor-props.ts'
import { variantOf, wordsOf } from './variant-of.ts'

/** Text that is typed, kept here until an input method has finished composing it. */
export function LineEditor({ of, schema, value, onChange, id, describedBy }: EditorProps) {
  const written = typeof value === 'string' ? value : ''
  const [typed, setTyped] = useState(written)
  const isComposing = useRef(false)
  useEffect(() => {
    if (!isComposing.current) setTyped(written)
  }, [written])
  const commit = (text: string) => onChange(text === '' ? undefined : text)
  const shared = {
    id,
    'aria-describedby': describedBy,
    value: typed,
    maxLength: typeof schema.maxLength === 'number' ? schema.maxLength : undefined,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setTyped(event.target.value)
      if (!isComposing.current) commit(event.target.value)
    },
    onCompositionStart: () => {
      isComposing.current = true
    },
    onCompositionEnd: (event: { readonly currentTarget: { readonly value: string } }) => {
      isComposing.current = false
      commit(event.currentTarget.value)
    },
  }
  return variantOf(of, schema) === 'paragraph' ? <textarea rows={3} {...shared} /> : <input type="text" {...shared} />
}

export function NumberEditor({ schema, value, onChange, id, describedBy }: EditorProps) {
  const [typed, setTyped] = useState<string>()
  const written = typeof value === 'number' ? String(value) : ''
  return (
    <input
      id={id}
      aria-describedby={describedBy}
      inputMode="decimal"
      className="number"
      value={typed ?? written}
      onChange={(event) => {
        const text = event.target.value.normalize('NFKC').trim()
        const number = Number(text)
        const isRight =
          text !== '' && Number.isFinite(number) && (schema.type !== 'integer' || Number.isInteger(number))
        setTyped(isRight || text === '' ? undefined : event.target.value)
        if (isRight) onChange(number)
        else if (text === '') onChange(undefined)
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}

export function SwitchEditor({ value, onChange, id, describedBy, label }: EditorProps) {
  return (
    <label className="choice-row">
      <input
        id={id}
        type="checkbox"
        aria-describedby={describedBy}
        checked={value === true}
        onChange={(event) => onChange(event.target.checked ? true : undefined)}
      />
      {label}
    </label>
  )
}

export function TriStateEditor({ value, onChange, id, describedBy }: EditorProps) {
  return (
    <select
      id={id}
      aria-describedby={describedBy}
      value={value === true ? 'yes' : value === false ? 'no' : ''}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value === 'yes')}
    >
      <option value="">照默认</option>
      <option value="yes">是</option>
      <option value="no">否</option>
    </select>
  )
}

export function ChoiceEditor({ schema, value, onChange, id, describedBy }: EditorProps) {
  const options = Array.isArray(schema.enum) ? schema.enum : []
  const words = wordsOf(schema)
  return (
    <select
      id={id}
      aria-describedby={describedBy}
      value={value === undefined ? '' : String(value)}
      onChange={({ target }) => onChange(options.find((one) => String(one) === target.value))}
    >
      <option value="">照默认</option>
      {options.map((one) => (
        <option key={String(one)} value={String(one)}>
          {words(one)}
        </option>
      ))}
    </select>
  )
}
