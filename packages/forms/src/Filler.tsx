import type { JSX } from 'react'
import type { FillerProps } from './props.ts'

export function Filler(props: FillerProps): JSX.Element {
  return <div className="pf-filler">{props.template.title}</div>
}
