import type { Answers, Template } from '@policyforms/core'
import { fillForm } from './form/fill-form.ts'
import { type WordOptions, writeWord } from './write-word.ts'

/** One set of answers in Word: in the office's own file where the pack carries one, else as a book of ours. */
export const printWord = async (template: Template, answers: Answers, options: WordOptions): Promise<Uint8Array> => {
  const { form } = template.document
  if (form?.content === undefined) return writeWord(template, answers, options)
  const filled = await fillForm(template, Buffer.from(form.content, 'base64'), answers, options)
  // What cannot be filled was told by the check of the pack; people get what they wrote all the same.
  return filled ?? writeWord(template, answers, options)
}
