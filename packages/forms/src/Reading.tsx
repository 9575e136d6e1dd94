import type { JSX } from 'react'
import type { ReadingProps } from './props.ts'

export function Reading(props: ReadingProps): JSX.Element {
  return <article className="pf-reading">{props.template.title}</article>
}
