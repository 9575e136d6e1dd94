import type { PackListing } from '@policyforms/core'
import { hasWords } from '../../parts/has-words.ts'

/** Every word is found in the jurisdiction's name or code, or in the title of one of its templates. */
export const findPacks = (packs: readonly PackListing[], words: string): readonly PackListing[] =>
  packs.filter(({ name, code, templates }) =>
    hasWords([name, code, ...templates.map(({ title }) => title)].join(' '), words),
  )
