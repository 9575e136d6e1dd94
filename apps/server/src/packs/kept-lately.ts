/** What was made for some keys: so many that were asked for last are kept, a failure never. */
export const keptLately = <T>(most: number) => {
  const kept = new Map<string, Promise<T>>()
  return {
    get: (key: string, make: () => Promise<T>): Promise<T> => {
      const made = kept.get(key) ?? make()
      // The last asked for stands last.
      kept.delete(key)
      kept.set(key, made)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      made.catch(() => kept.delete(key))
      return made
    },
    delete: (key: string) => kept.delete(key),
    clear: () => kept.clear(),
  }
}
