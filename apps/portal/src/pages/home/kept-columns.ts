const keyOf = (template: string) => `summary-columns:${template}`

/** The columns that were last chosen for a template on this machine. */
export const readColumns = (template: string): readonly string[] | undefined => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(template)) ?? 'null')
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : undefined
  } catch {
    // Private windows may refuse, and others may have written there: nothing is kept then.
    return undefined
  }
}

export const keepColumns = (template: string, columns: readonly string[]): void => {
  try {
    localStorage.setItem(keyOf(template), JSON.stringify(columns))
  } catch {
    // The choice holds for this time.
  }
}
