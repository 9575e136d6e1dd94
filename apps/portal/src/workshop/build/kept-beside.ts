export type Beside = 'none' | 'preview' | 'json'

const key = 'policyforms:beside'

/** What a person had beside the outline last; nothing at first, as most need neither. */
export const keptBeside = (): Beside => {
  try {
    const kept = localStorage.getItem(key)
    return kept === 'json' || kept === 'preview' ? kept : 'none'
  } catch {
    return 'none'
  }
}

export const keepBeside = (beside: Beside): void => {
  try {
    localStorage.setItem(key, beside)
  } catch {
    // A browser that keeps nothing shows it all the same.
  }
}
