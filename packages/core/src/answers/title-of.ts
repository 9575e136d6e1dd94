import { fieldKindOf } from '../fields/index.ts'
import type { Template } from '../template/template.ts'
import { blockAt } from '../template/walk.ts'
import type { Answers } from './json.ts'
import { valueAt } from './pointer.ts'
import { liveLists } from './rows.ts'

const LONGEST = 120

/** What answers are about, in one line: the first name that is answered on the cover, else its first answer, else the template's title. */
export const titleOfAnswers = (template: Template, answers: Answers): string => {
  const { cover } = template.document
  const lists = liveLists(template, answers)
  const inTitle = (cover?.title ?? []).flatMap((line) =>
    [...line.matchAll(/\{([^}]*)\}/g)].map(([, path = '']) => path.split('.')),
  )
  const answered = [...inTitle, ...(cover?.fields ?? []).map(({ path }) => path)].flatMap((path) => {
    const block = blockAt(template, path)
    const value = valueAt(answers, path)
    if (block?.block !== 'field' || value === undefined || value === null) return []
    const shown = printable(fieldKindOf(block).show(value, block, lists))
    return shown === '' ? [] : [{ isName: block.kind === 'text', shown }]
  })
  const chosen = answered.find(({ isName }) => isName) ?? answered[0]
  return chosen?.shown ?? template.title
}

/** Without what a list cannot show and PostgreSQL cannot keep. */
const printable = (text: string): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = text.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ').trim()
  return [...clean].slice(0, LONGEST).join('').toWellFormed()
}
