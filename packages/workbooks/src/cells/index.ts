import type { Kind } from '@policyforms/core'
import { attachmentCell } from './attachment-cells.ts'
import type { CellKind } from './cell-kind.ts'
import {
  cascadeCell,
  choiceCell,
  choicesCell,
  openCascadeCell,
  openChoiceCell,
  openChoicesCell,
} from './choice-cells.ts'
import { dateCell, monthCell, periodCell, yearCell } from './date-cells.ts'
import { numberCell, percentCell } from './number-cells.ts'
import { referenceCell, referencesCell } from './reference-cells.ts'
import { identifierCell, narrativeCell, textCell } from './text-cells.ts'
import { statementCell, yesNoCell } from './yes-no-cells.ts'

/** How each kind of field lives in cells. A kind without an entry does not compile. */
export const cells = {
  text: textCell,
  narrative: narrativeCell,
  number: numberCell,
  money: numberCell,
  percent: percentCell,
  date: dateCell,
  month: monthCell,
  year: yearCell,
  period: periodCell,
  'yes-no': yesNoCell,
  choice: choiceCell,
  choices: choicesCell,
  'open-choice': openChoiceCell,
  'open-choices': openChoicesCell,
  cascade: cascadeCell,
  'open-cascade': openCascadeCell,
  reference: referenceCell,
  references: referencesCell,
  identifier: identifierCell,
  attachment: attachmentCell,
  picture: attachmentCell,
  statement: statementCell,
} satisfies Record<Kind, CellKind>

export const cellKindOf = (field: { readonly kind: Kind }): CellKind => cells[field.kind]
