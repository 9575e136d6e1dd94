import type { DraftHead } from '@policyforms/core'
import { headingOf } from './heading.ts'
import { cleaned } from './marks.ts'

/*
 * Rows of a budget stand under each other: 一、直接费用, （一）设备费, 其中：购置费. A row above others that say what is in
 * it is their sum, and is not filled in itself.
 */

/** What a row is called, from the outermost cell that holds it to its own. */
export type RowName = readonly string[]

const isPart = (text: string) => /^其\s*中[:：]?/.test(text)
const withoutPart = (text: string) => text.replace(/^其\s*中\s*[:：]?\s*/, '')

interface Level {
  /** The higher the deeper; unknown where nothing tells. */
  readonly depth: number | undefined
  readonly isPart: boolean
  readonly title: string
}

const levelOf = (name: RowName): Level => {
  const own = name.at(-1) ?? ''
  const part = name.some(isPart)
  const depth = headingOf(withoutPart(own))?.rank
  return { depth, isPart: part, title: cleaned(withoutPart(own)).slice(0, 60) }
}

/** How deep each row stands: by its number, or below the last row that is no part when it is one. */
const depthsOf = (levels: readonly Level[]): readonly number[] => {
  let whole = 0
  return levels.map(({ depth, isPart }) => {
    if (isPart) return Math.max(whole + 1, depth ?? 0)
    whole = depth ?? whole
    return depth ?? whole
  })
}

export interface NamedRows {
  readonly rows: readonly DraftHead[]
  /** Some rows say only a part of what another one holds: adding all up would count it twice. */
  readonly isTwice: boolean
}

/** Rows with what they add up. One part of a row is not all of it: that row is still filled in. */
export const namedRows = (names: readonly RowName[]): NamedRows => {
  const levels = names.map(levelOf)
  const depths = depthsOf(levels)
  const below = depths.map((depth, i) => {
    const rest = depths.slice(i + 1)
    const end = rest.findIndex((other) => other <= depth)
    return (end < 0 ? rest : rest.slice(0, end)).map((_, j) => i + 1 + j)
  })
  const isNumbered = (i: number) => levels[i]?.depth !== undefined
  const isWhole = below.map((inner) => inner.length > 1 && inner.filter(isNumbered).length > 1)
  const leaves = (i: number): readonly number[] =>
    isWhole[i] ? (below[i] ?? []).filter((inner) => !isWhole[inner] && !isPartial(inner)) : []
  const isPartial = (i: number) => below.some((inner, outer) => !isWhole[outer] && inner.includes(i))
  return {
    rows: levels.map(({ title }, i) => {
      const sums = leaves(i)
      return sums.length > 0 ? { title, sums } : { title }
    }),
    isTwice: levels.some((_, i) => isPartial(i)),
  }
}
