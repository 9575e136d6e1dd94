/** A closed list of options, flat or a tree. Codes are unique in the whole tree, so a leaf's code is a value. */
export interface CodeList {
  readonly id: string
  readonly title: string
  /** 1 for a flat list; the longest branch otherwise. */
  readonly depth: number
  readonly entries: readonly CodeEntry[]
}

export interface CodeEntry {
  readonly code: string
  readonly title: string
  /** What it may be called besides when it is typed: of a row of a table, its number. */
  readonly aliases?: readonly string[]
  /** Choosing it asks for a text: 其他（请注明）. */
  readonly other?: boolean
  /** Parameters that rules look up; those of the entries above hold where it has none. */
  readonly values?: Readonly<Record<string, number | string>>
  /** Of an option: the clauses that it stands for, as `policy#clause`. */
  readonly clauses?: readonly string[]
  /** Its code in earlier versions. */
  readonly was?: string
  readonly children?: readonly CodeEntry[]
}

const trails = new WeakMap<CodeList, ReadonlyMap<string, readonly CodeEntry[]>>()

/** Every code with the entries that lead to it, root first. Made once for each list. */
export const trailsOf = (list: CodeList): ReadonlyMap<string, readonly CodeEntry[]> => {
  const known = trails.get(list)
  if (known) return known
  const made = new Map<string, readonly CodeEntry[]>()
  const walk = (entries: readonly CodeEntry[], above: readonly CodeEntry[]) => {
    for (const entry of entries) {
      const trail = [...above, entry]
      made.set(entry.code, trail)
      walk(entry.children ?? [], trail)
    }
  }
  walk(list.entries, [])
  trails.set(list, made)
  return made
}

/** The entry of a code that may be chosen: one without children. */
export const leafOf = (list: CodeList, code: string): CodeEntry | undefined => {
  const entry = trailsOf(list).get(code)?.at(-1)
  return entry?.children?.length ? undefined : entry
}

/** Titles from the root to the code, joined for print: 面向经济主战场 / 新材料. */
export const titleOf = (list: CodeList, code: string): string =>
  trailsOf(list)
    .get(code)
    ?.map((entry) => entry.title)
    .join(' / ') ?? code
