/*
 * What a person should still look at after a pack or a material was made, until each is taken note of. It is kept in
 * the browser: it is for whoever made it.
 */

const keyOf = (pack: string) => `policyforms.said.${pack}`

export const saidOf = (pack: string): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(pack)) ?? '[]')
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string') : []
  } catch {
    return []
  }
}

const keep = (pack: string, said: readonly string[]): void => {
  try {
    if (said.length > 0) localStorage.setItem(keyOf(pack), JSON.stringify(said))
    else localStorage.removeItem(keyOf(pack))
  } catch {
    // A browser that keeps nothing has shown it once.
  }
}

export const keepSaid = (pack: string, said: readonly string[]): void =>
  keep(pack, [...new Set([...saidOf(pack), ...said])])

export const takeNote = (pack: string, text: string): void =>
  keep(
    pack,
    saidOf(pack).filter((one) => one !== text),
  )
