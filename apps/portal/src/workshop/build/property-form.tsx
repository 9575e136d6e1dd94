import type { Json } from '@policyforms/core'
import { type ComponentType, Suspense, useId, useState } from 'react'
import { Skeleton } from '../../parts/page-states.tsx'
import type { Dialect, Keyword } from '../model/dialect.ts'
import type { FormProps, SpecialProps } from './editors/editor-props.ts'
import { ValueEditor } from './editors/value-editor.tsx'
import { specialEditors } from './special-editors.tsx'

/**
 * What a node says of itself, keyword by keyword as the meta-schema has them. Those in use stand open; one that is begun
 * further down stays there as long as the form is open, under the hand that writes it.
 */
export function PropertyForm({ of, keywords, node, onChange }: FormProps) {
  const [isOpen, setOpen] = useState(false)
  const [begun, setBegun] = useState<ReadonlySet<string>>(new Set())
  const lacks = !keywords.some(({ name, isAlternative }) => isAlternative && node[name] !== undefined)
  const isUsed = ({ name, isNeeded, isAlternative }: Keyword) =>
    isNeeded || (isAlternative && lacks) || (node[name] !== undefined && !begun.has(name))
  const used = keywords.filter(isUsed)
  const others = keywords.filter((keyword) => !isUsed(keyword))
  const begin = (keyword: Keyword) => {
    if (!isUsed(keyword)) setBegun((names) => new Set([...names, keyword.name]))
  }
  const field = (keyword: Keyword) => (
    <Property
      key={keyword.name}
      of={of}
      keyword={keyword}
      value={node[keyword.name]}
      onChange={(value) => {
        begin(keyword)
        onChange(keyword.name, value, keyword.label)
      }}
    />
  )
  return (
    <>
      {used.map(field)}
      {others.length > 0 && (
        <details className="more-properties" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>更多设置（{others.length}）</summary>
          {isOpen && others.map(field)}
        </details>
      )}
    </>
  )
}

interface PropertyProps {
  readonly of: Dialect
  readonly keyword: Keyword
  readonly value: Json | undefined
  readonly onChange: (value: Json | undefined) => void
}

function Property({ of, keyword, value, onChange }: PropertyProps) {
  const id = useId()
  const Editor: ComponentType<SpecialProps> = specialEditors[keyword.name] ?? ValueEditor
  return (
    <div className="property" data-keyword={keyword.name}>
      <div className="property-head">
        <label htmlFor={id}>{keyword.label}</label>
        <code className="secondary">{keyword.name}</code>
      </div>
      {keyword.help && (
        <p className="help" id={`${id}-help`}>
          {keyword.help}
        </p>
      )}
      <Suspense fallback={<Skeleton rows={1} />}>
        <Editor
          Form={PropertyForm}
          of={of}
          schema={keyword.schema}
          value={value}
          onChange={onChange}
          id={id}
          {...(keyword.help && { describedBy: `${id}-help` })}
          label={keyword.label}
        />
      </Suspense>
    </div>
  )
}
