const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** `next`, with every part that says the same as `before` replaced by that very part, so that `===` means "unchanged". */
export const reuse = <T>(before: unknown, next: T): T => {
  if (Object.is(before, next) || !isPlain(before) || !isPlain(next)) return next
  if (Array.isArray(before) !== Array.isArray(next)) return next
  const [old, fresh]: Record<string, unknown>[] = [before, next]
  if (!old || !fresh) return next
  const keys = Object.keys(fresh)
  let same = keys.length === Object.keys(old).length
  const made: Record<string, unknown> | unknown[] = Array.isArray(next) ? [] : {}
  for (const key of keys) {
    const part = reuse(Object.hasOwn(old, key) ? old[key] : undefined, fresh[key])
    same &&= Object.hasOwn(old, key) && Object.is(part, old[key])
    Object.defineProperty(made, key, { value: part, enumerable: true, configurable: true, writable: true })
  }
  // The parts are those of `next`, so is their shape.
  return (same ? before : made) as T
}
