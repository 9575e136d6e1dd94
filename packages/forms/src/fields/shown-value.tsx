import { type Field, fieldKindOf, filesOf, isBlank, type Json, type Lists, wordsOf } from '@policyforms/core'
import { Fragment } from 'react'
import type { Files } from '../props.ts'

export interface ShownValueProps {
  readonly field: Field
  readonly lists: Lists
  readonly value: Json | undefined
  readonly href: Files['href'] | undefined
  /** Without the unit, where the head of the column has it. */
  readonly bare?: boolean
}

const unitOf = (field: Field): string => field.unit ?? (field.kind === 'percent' ? '%' : '')

const FileNames = ({ value, href }: { value: Json; href: Files['href'] | undefined }) => (
  <>
    {filesOf(value).map((file, index) => (
      <Fragment key={file.id}>
        {index > 0 && '、'}
        {href ? <a href={href(file)}>{file.name}</a> : file.name}
      </Fragment>
    ))}
  </>
)

/** A value as it is printed, to be read and not changed. */
export const ShownValue = ({ field, lists, value, href, bare }: ShownValueProps) => {
  if (value === undefined || isBlank(value, field)) return <span className="pf-blank">未填</span>
  if (field.kind === 'attachment' || field.kind === 'picture') return <FileNames value={value} href={href} />
  const text = fieldKindOf(field).show(value, field, lists)
  if (text.includes('\n'))
    return (
      <span className="pf-prose">
        {text.split(/\n+/).map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs may repeat and are never reordered
          <span key={index}>{paragraph}</span>
        ))}
      </span>
    )
  const words = wordsOf(value, field)
  return (
    <>
      {text}
      {!bare && unitOf(field) && <span className="pf-unit-after"> {unitOf(field)}</span>}
      {words !== undefined && <span className="pf-words">大写：{words}</span>}
    </>
  )
}
