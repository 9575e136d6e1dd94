import { type Answers, blockAt, fieldKindOf, type Template, valueAt } from '@policyforms/core'

const LONGEST = 120

/** What a draft is about: the first answer on the cover that is not blank, or the template's title. */
export const titleOfDraft = (template: Template, answers: Answers): string => {
  for (const { path } of template.document.cover?.fields ?? []) {
    const block = blockAt(template, path)
    const value = valueAt(answers, path)
    if (block?.block !== 'field' || value === undefined || value === null) continue
    const shown = fieldKindOf(block).show(value, block, template.lists)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what a list cannot show and PostgreSQL cannot keep
    const clean = shown.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ').trim()
    if (clean) return [...clean].slice(0, LONGEST).join('').toWellFormed()
  }
  return template.title
}
