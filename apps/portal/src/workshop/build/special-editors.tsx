import { lazy } from 'react'
import type { Editor } from './editors/editor-props.ts'

// Both are large, and a node in hand seldom has either.
const RulesEditor = lazy(async () => ({ default: (await import('../rules/rules-editor.tsx')).RulesEditor }))
const EntriesEditor = lazy(async () => ({ default: (await import('../pack/entries-editor.tsx')).EntriesEditor }))

/** Keywords that have an editor of their own. All others are edited as their meta-schema says. */
export const specialEditors: Readonly<Record<string, Editor>> = {
  'x-rules': RulesEditor,
  entries: EntriesEditor,
}
