import type { Answers, Json, SavePatch } from '@policyforms/core'

/** Some sections as a patch carries them: one that is gone is null, as JSON has no word for what is not there. */
export const patchSections = (answers: Answers, keys: readonly string[]): SavePatch['sections'] =>
  Object.fromEntries(keys.map((key): [string, Json] => [key, answers[key] ?? null]))

/** What the answers are once such a patch has been taken. */
export const afterPatch = (answers: Answers, sections: SavePatch['sections']): Answers =>
  Object.fromEntries(
    Object.entries({ ...answers, ...sections }).filter(
      ([key, value]) => !(Object.hasOwn(sections, key) && value === null),
    ),
  )
