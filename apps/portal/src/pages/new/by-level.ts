import type { PackListing } from '@policyforms/core'

/** The levels that the dialect knows, highest first. */
const levels: readonly (readonly [level: string, title: string])[] = [
  ['national', '国家'],
  ['province', '省级'],
  ['city', '市级'],
  ['county', '区县'],
]

/** Jurisdictions under their level, by their code; a level that has none is left out. */
export const byLevel = (packs: readonly PackListing[]) => {
  const known = new Set(levels.map(([level]) => level))
  const groups = levels.map(([level, title]) => ({ level: title, packs: packs.filter((pack) => pack.level === level) }))
  return [...groups, { level: '其他', packs: packs.filter((pack) => !known.has(pack.level)) }]
    .filter((group) => group.packs.length > 0)
    .map((group) => ({ ...group, packs: group.packs.toSorted((a, b) => a.code.localeCompare(b.code)) }))
}
