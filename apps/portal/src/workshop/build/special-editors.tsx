import { ClausePicker } from '../clauses/clause-picker.tsx'
import { RulesEditor } from '../rules/rules-editor.tsx'
import type { Editor } from './editors/editor-props.ts'
import { CodesEditor, RefersEditor, RoleEditor } from './editors/list-name-editors.tsx'

/** Keywords whose values name something else in the pack have an editor that offers it. All others need none. */
export const specialEditors: Readonly<Record<string, Editor>> = {
  'x-rules': RulesEditor,
  'x-clause': ClausePicker,
  'x-codes': CodesEditor,
  'x-role': RoleEditor,
  'x-refers': RefersEditor,
}
