import type { Kind } from '@policyforms/core'
import { attachment } from './attachment.tsx'
import { choice, openChoice } from './choice.tsx'
import { choices, openChoices } from './choices.tsx'
import { date, period, year } from './date.tsx'
import { identifier } from './identifier.tsx'
import { narrative } from './narrative.tsx'
import { number } from './number.tsx'
import { reference, references } from './reference.tsx'
import { text } from './text.tsx'
import type { Widget } from './widget.ts'
import { statement, yesNo } from './yes-no.tsx'

/** A control for every kind of field. A kind without one is a compile error. */
export const widgets: Readonly<Record<Kind, Widget>> = {
  text,
  narrative,
  number,
  money: number,
  percent: number,
  date,
  month: date,
  year,
  period,
  'yes-no': yesNo,
  choice,
  choices,
  'open-choice': openChoice,
  'open-choices': openChoices,
  cascade: choice,
  'open-cascade': openChoice,
  reference,
  references,
  identifier,
  attachment,
  picture: attachment,
  statement,
} satisfies Record<Kind, Widget>
