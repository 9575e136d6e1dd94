import { type ComponentType, lazy } from 'react'
import type { SpecialProps } from './editors/editor-props.ts'

// All are large, and a node in hand seldom has one.
const RulesEditor = lazy(async () => ({ default: (await import('../rules/rules-editor.tsx')).RulesEditor }))
const EntriesEditor = lazy(async () => ({ default: (await import('../pack/entries-editor.tsx')).EntriesEditor }))
const OptionsEditor = lazy(async () => ({ default: (await import('./editors/options-editor.tsx')).OptionsEditor }))
const FixedRowsEditor = lazy(async () => ({
  default: (await import('./editors/fixed-rows-editor.tsx')).FixedRowsEditor,
}))
// Only a matrix has one.
const CellEditor = lazy(async () => ({ default: (await import('./cell-editor.tsx')).CellEditor }))

/** Keywords that have an editor of their own. All others are edited as their meta-schema says. */
export const specialEditors: Readonly<Record<string, ComponentType<SpecialProps>>> = {
  'x-rules': RulesEditor,
  entries: EntriesEditor,
  oneOf: OptionsEditor,
  'x-fixed-rows': FixedRowsEditor,
  'x-cell': CellEditor,
}
