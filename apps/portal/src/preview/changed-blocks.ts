/** A stretch of the blocks before, and what stands in its place now. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly now: readonly string[]
}

/** What differs between two lists of blocks: as many for as many are told one by one, else as one stretch. */
export const changedBlocks = (before: readonly string[], now: readonly string[]): readonly Change[] => {
  const shorter = Math.min(before.length, now.length)
  let head = 0
  while (head < shorter && before[head] === now[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  const changed = now.slice(head, now.length - tail)
  const to = before.length - tail
  if (changed.length !== to - head) return [{ from: head, to, now: changed }]
  return changed.flatMap((block, i) =>
    block === before[head + i] ? [] : [{ from: head + i, to: head + i + 1, now: [block] }],
  )
}
