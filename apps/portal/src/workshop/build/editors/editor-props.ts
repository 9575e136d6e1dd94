import type { Json, JsonObject } from '@policyforms/core'
import type { ComponentType } from 'react'
import type { Dialect, Keyword, Meta } from '../../model/dialect.ts'

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

export type Editor = ComponentType<EditorProps>

/** What a form of keywords is given. */
export interface FormProps {
  readonly of: Dialect
  /** All that may be said. */
  readonly keywords: readonly Keyword[]
  /** What is said, as the text has it. */
  readonly node: JsonObject
  readonly onChange: (keyword: string, value: Json | undefined, label: string) => void
}

/** What the editor of one keyword is given: the form too, for what has keywords of its own. */
export interface SpecialProps extends EditorProps {
  readonly Form: ComponentType<FormProps>
}

/** What an editor of parts is given, to edit its parts with. */
export interface WholeProps extends EditorProps {
  readonly Part: Editor
}
