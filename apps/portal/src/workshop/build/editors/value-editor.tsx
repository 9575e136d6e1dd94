import type { Json } from '@policyforms/core'
import type { JSX } from 'react'
import type { Dialect, Meta } from '../../model/dialect.ts'
import { EitherEditor } from './either-editor.tsx'
import { JsonValueEditor } from './json-value-editor.tsx'
import { ListEditor } from './list-editor.tsx'
import { RecordEditor } from './record-editor.tsx'
import { ChoiceEditor, LineEditor, NumberEditor, SwitchEditor, TriStateEditor } from './simple-editors.tsx'
import { type Variant, variantOf } from './variant-of.ts'

export interface EditorProps {
  readonly of: Dialect
  readonly schema: Meta
  readonly value: Json | undefined
  /** Undefined takes the keyword away. */
  readonly onChange: (value: Json | undefined) => void
  /** The id of the control that the label names. */
  readonly id: string
  readonly describedBy?: string
  readonly label: string
}

type Editor = (props: EditorProps) => JSX.Element | null

const editors: Readonly<Record<Variant, Editor>> = {
  switch: SwitchEditor,
  'tri-state': TriStateEditor,
  choice: ChoiceEditor,
  number: NumberEditor,
  line: LineEditor,
  paragraph: LineEditor,
  list: ListEditor,
  record: RecordEditor,
  either: EitherEditor,
  json: JsonValueEditor,
}

/** An editor for whatever the meta-schema says a value is. */
export function ValueEditor(props: EditorProps) {
  const Editor = editors[variantOf(props.of, props.schema)]
  return <Editor {...props} />
}
