import type { Field, Kind } from '@policyforms/core'
import { attachment, picture } from './files.ts'
import { money } from './money.ts'
import { options } from './options.ts'
import { period, plain, prose, unbroken } from './plain.ts'
import type { Print } from './print.ts'
import { statement, yesNo } from './yes-no.ts'

/** How each kind of field is printed: a kind without a print does not compile. */
export const prints = {
  text: plain,
  narrative: prose,
  number: unbroken,
  money,
  percent: unbroken,
  date: { ...unbroken, widest: '2000年12月30日' },
  month: { ...unbroken, widest: '2000年12月' },
  year: { ...unbroken, widest: '2000年' },
  period,
  'yes-no': yesNo,
  choice: options,
  choices: options,
  'open-choice': options,
  'open-choices': options,
  cascade: options,
  'open-cascade': options,
  reference: plain,
  references: { ...plain, spreads: () => true },
  identifier: unbroken,
  attachment,
  picture,
  statement,
} satisfies Record<Kind, Print>

export const printOf = (field: Field): Print => prints[field.kind]
