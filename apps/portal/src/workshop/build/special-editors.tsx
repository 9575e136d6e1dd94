import { EntriesEditor } from '../pack/entries-editor.tsx'
import { RulesEditor } from '../rules/rules-editor.tsx'
import type { Editor } from './editors/editor-props.ts'

/** Keywords that have an editor of their own. All others are edited as their meta-schema says. */
export const specialEditors: Readonly<Record<string, Editor>> = {
  'x-rules': RulesEditor,
  entries: EntriesEditor,
}
