import type { JSX } from 'react'
import type { EditorProps } from './editors/value-editor.tsx'

/** Keywords whose values name something else in the pack have an editor that offers it. All others need none. */
export const specialEditors: Readonly<Record<string, (props: EditorProps) => JSX.Element | null>> = {}
