import type { Answers, Template, WorkingFile } from '@policyforms/core'
import { compileFiles } from './compile-files.ts'

/** A template among the files of its working copy, and answers to show it with. */
export interface PreviewOf {
  readonly pack: string
  /** Its name in the pack. */
  readonly template: string
  /** The pack's own, and what they are read beside. */
  readonly files: readonly WorkingFile[]
  readonly answers: Answers
  readonly today: string
}

/**
 * The template as its files have it now; undefined while they have errors. It is compiled here, under the same guards as
 * a pack from disk: a compiled template that a page sends could hold patterns and expressions that no check has seen.
 */
export const compiledNow = async ({ pack, template, files }: PreviewOf): Promise<Template | undefined> => {
  const { templates } = await compileFiles(pack, files, { examples: false, only: template })
  return templates.find(({ id }) => id === `${pack}/${template}`)
}
