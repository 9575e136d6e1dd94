import type { Answers, Template, WorkingFile } from '@policyforms/core'

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
  const { checkFolder, shelfOf } = await import('@policyforms/core/pack')
  const { engines } = await import('@policyforms/core/node')
  const checked = checkFolder(shelfOf(files), pack, engines, { examples: false })
  return checked.pack?.templates.find(({ id }) => id === `${pack}/${template}`)
}
