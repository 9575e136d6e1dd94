import { attachment, picture } from './attachment.ts'
import { cascade, choice, choices, openCascade, openChoice, openChoices } from './choice.ts'
import { date, month, period, year } from './date.ts'
import type { FieldKind } from './field-kind.ts'
import { identifier } from './identifier.ts'
import { money, number, percent } from './number.ts'
import { reference, references } from './reference.ts'
import { narrative, text } from './text.ts'
import { statement, yesNo } from './yes-no.ts'

/** Every kind of field, by the word that stands in `x-kind`. The outputs keep registries that are complete over it. */
export const fieldKinds = {
  text,
  narrative,
  number,
  money,
  percent,
  date,
  month,
  year,
  period,
  'yes-no': yesNo,
  choice,
  choices,
  'open-choice': openChoice,
  'open-choices': openChoices,
  cascade,
  'open-cascade': openCascade,
  reference,
  references,
  identifier,
  attachment,
  picture,
  statement,
} satisfies Record<string, FieldKind>

export type Kind = keyof typeof fieldKinds

export const fieldKindOf = (field: { readonly kind: Kind }): FieldKind => fieldKinds[field.kind]
export const isKind = (name: string): name is Kind => Object.hasOwn(fieldKinds, name)
