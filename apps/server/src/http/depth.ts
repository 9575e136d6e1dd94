/** Whether values lie inside each other more than `limit` deep. Does not recurse, so no depth can harm it. */
export const isDeeperThan = (root: unknown, limit: number): boolean => {
  let level: unknown[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return false
}
