import { type ComponentType, lazy } from 'react'
import type { EditorProps, WholeProps } from './editor-props.ts'
import { EitherEditor } from './either-editor.tsx'
import { JsonValueEditor } from './json-value-editor.tsx'
import { KeyEditor } from './key-editor.tsx'
import { ListEditor } from './list-editor.tsx'
import { MapEditor } from './map-editor.tsx'
import { NameBoxes, NameEditor } from './name-editors.tsx'
import { RecordEditor } from './record-editor.tsx'
import { ChoiceEditor, LineEditor, NumberEditor, SwitchEditor, TriStateEditor } from './simple-editors.tsx'
import { type Variant, variantOf } from './variant-of.ts'
import './editors.css'

// The editor of expressions is as large as all the others together; most nodes have none.
const ExpressionEditor = lazy(async () => ({
  default: (await import('../../rules/expression-editor.tsx')).ExpressionEditor,
}))

const editors: Readonly<Record<Variant, ComponentType<WholeProps>>> = {
  switch: SwitchEditor,
  'tri-state': TriStateEditor,
  choice: ChoiceEditor,
  number: NumberEditor,
  line: LineEditor,
  paragraph: LineEditor,
  list: ListEditor,
  record: RecordEditor,
  either: EitherEditor,
  expression: ExpressionEditor,
  key: KeyEditor,
  name: NameEditor,
  names: NameBoxes,
  map: MapEditor,
  json: JsonValueEditor,
}

/** An editor for whatever the meta-schema says a value is. */
export function ValueEditor(props: EditorProps) {
  const Editor = editors[variantOf(props.of, props.schema)]
  return <Editor {...props} Part={ValueEditor} />
}
