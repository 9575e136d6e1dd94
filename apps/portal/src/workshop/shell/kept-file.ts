const keyOf = (pack: string) => `policyforms:template:${pack}`

/** The template that was under the hand when the page was left or loaded anew, in this tab. */
export const keptFile = (pack: string): string | undefined => {
  try {
    return sessionStorage.getItem(keyOf(pack)) ?? undefined
  } catch {
    return undefined
  }
}

export const keepFile = (pack: string, file: string): void => {
  try {
    sessionStorage.setItem(keyOf(pack), file)
  } catch {
    // A browser that keeps nothing begins with the first template.
  }
}
