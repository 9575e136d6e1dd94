import { isObject } from '@policyforms/core'
import { withConditions } from '../../model/conditions.ts'
import { resolved } from '../../model/dialect.ts'
import type { WholeProps } from './editor-props.ts'

/** The properties of an object, one under another. */
export function RecordEditor({ of, schema: written, value, onChange, id, label, Part }: WholeProps) {
  const record = isObject(value) ? value : {}
  const schema = withConditions(of, written, record)
  const needed = Array.isArray(schema.required) ? schema.required : []
  const properties = Object.entries(isObject(schema.properties) ? schema.properties : {})
  return (
    <fieldset className="record" aria-label={label}>
      {properties.map(([key, own]) => {
        const part = resolved(of, own)
        const place = `${id}-${key}`
        const name = typeof part.title === 'string' ? part.title : key
        const help = typeof part.description === 'string' ? part.description : ''
        return (
          <div key={key} className="property">
            <label htmlFor={place}>
              {name}
              {needed.includes(key) && <span className="secondary">（必填）</span>}
            </label>
            {help && (
              <p className="help" id={`${place}-help`}>
                {help}
              </p>
            )}
            <Part
              of={of}
              schema={part}
              value={record[key]}
              id={place}
              {...(help && { describedBy: `${place}-help` })}
              label={name}
              onChange={(next) => {
                const { [key]: _, ...others } = record
                onChange(next === undefined ? others : { ...record, [key]: next })
              }}
            />
          </div>
        )
      })}
    </fieldset>
  )
}
