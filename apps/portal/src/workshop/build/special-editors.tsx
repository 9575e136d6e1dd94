import type { Editor } from './editors/editor-props.ts'

/** Keywords whose values name something else in the pack have an editor that offers it. All others need none. */
export const specialEditors: Readonly<Record<string, Editor>> = {}
