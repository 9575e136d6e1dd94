import { useEffect, useState } from 'react'
import { parsed } from '../../model/outline.ts'
import type { EditorProps } from './editor-props.ts'

const writtenAs = (value: EditorProps['value']) => (value === undefined ? '' : JSON.stringify(value, null, 2))

/** What has no editor of its own, as JSON: taken over as soon as it parses. */
export function JsonValueEditor({ value, onChange, id, describedBy }: EditorProps) {
  const written = writtenAs(value)
  const [typed, setTyped] = useState(written)
  useEffect(() => {
    setTyped((now) => (JSON.stringify(parsed(now)) === JSON.stringify(value) ? now : written))
  }, [written, value])
  const isBroken = typed.trim() !== '' && parsed(typed) === undefined
  return (
    <>
      <textarea
        id={id}
        rows={Math.min(12, Math.max(2, typed.split('\n').length))}
        spellCheck={false}
        aria-describedby={isBroken ? `${id}-broken` : describedBy}
        aria-invalid={isBroken}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          const now = parsed(target.value)
          if (target.value.trim() === '') onChange(undefined)
          else if (now !== undefined) onChange(now)
        }}
      />
      {isBroken && (
        <p className="error-words" id={`${id}-broken`}>
          这里还不是完整的 JSON，写完整后才会采用。
        </p>
      )}
    </>
  )
}
