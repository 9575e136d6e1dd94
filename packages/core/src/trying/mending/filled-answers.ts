import { type Answers, isObject, type Json } from '../../answers/json.ts'
import { valueAt, withValue } from '../../answers/pointer.ts'
import { prefill } from '../../answers/settle.ts'
import type { Template } from '../../template/template.ts'
import { sampleAnswers } from '../sample-answers.ts'
import { type Mended, type MendOptions, mendAnswers } from './mend-answers.ts'

/** What a new draft begins with is more plausible than anything made up. */
const withPrefills = (template: Template, answers: Answers, today: string): Answers => {
  const begun = prefill(template, { today })
  const filled = template.prefills.reduce<Json>((so, { path }) => {
    const value = valueAt(begun, path)
    return value === undefined || valueAt(so, path) === undefined ? so : withValue(so, path, value)
  }, answers)
  return isObject(filled) ? filled : {}
}

/** Answers with everything filled, or with only what is required, that break as little as a short search can find. */
export const filledAnswers = (template: Template, which: 'complete' | 'minimal', options: MendOptions): Mended =>
  mendAnswers(template, withPrefills(template, sampleAnswers(template)[which], options.today), options)
