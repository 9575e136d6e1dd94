import type { Json } from '@policyforms/core'
import type { ComponentType } from 'react'
import type { Dialect, Meta } from '../../model/dialect.ts'

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

/** What an editor of parts is given, to edit its parts with. */
export interface WholeProps extends EditorProps {
  readonly Part: Editor
}
