import type { Json } from '@policyforms/core'
import { useState } from 'react'
import type { Dialect, Meta } from '../../model/dialect.ts'
import type { WholeProps } from './editor-props.ts'
import { beginOf, wayIn, waysOf } from './variant-of.ts'

const shapes: Readonly<Record<string, string>> = {
  string: '写一条',
  array: '写几条',
  object: '写明各项',
  number: '写数字',
  boolean: '是或否',
}

/** What is written now, in another way: a word becomes the first of several, or the one thing that a record must say. */
const written = (of: Dialect, wanted: Meta, value: Json): Json => {
  if (wanted.type === 'array' && !Array.isArray(value)) return [value]
  const [needed, ...others] = Array.isArray(wanted.required) ? wanted.required : []
  if (typeof value === 'string' && wanted.type === 'object' && typeof needed === 'string' && others.length === 0)
    return { [needed]: value }
  return beginOf(of, wanted)
}

/** A keyword that may be written in several ways: which one, then its editor. */
export function EitherEditor({ Part, ...props }: WholeProps) {
  const { of, schema, value, onChange, id, label } = props
  const ways = waysOf(of, schema)
  const [chosen, setChosen] = useState(0)
  const found = wayIn(ways, value)
  const at = found >= 0 ? found : chosen
  const way = ways[at]
  if (!way) return null
  return (
    <div className="either">
      {ways.length > 1 && (
        <select
          aria-label={`${label}的写法`}
          value={at}
          onChange={({ target }) => {
            const next = Number(target.value)
            const wanted = ways[next]
            setChosen(next)
            if (value === undefined || !wanted) return
            onChange(written(of, wanted, value))
          }}
        >
          {ways.map((one, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: ways have no identity but their place
            <option key={i} value={i}>
              {shapes[String(one.type)] ?? (typeof one.title === 'string' ? one.title : `写法 ${i + 1}`)}
            </option>
          ))}
        </select>
      )}
      <Part {...props} id={id} schema={way} />
    </div>
  )
}
