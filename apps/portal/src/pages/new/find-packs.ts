import type { PackListing } from '@policyforms/core'

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** Every word is found in the jurisdiction's name or code, or in the title of one of its templates. */
export const findPacks = (packs: readonly PackListing[], words: string): readonly PackListing[] => {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return packs
  return packs.filter((pack) => {
    const text = plain([pack.name, pack.code, ...pack.templates.map(({ title }) => title)].join(' '))
    return wanted.every((word) => text.includes(word))
  })
}
