/** What a file is held against: 公文 as GB/T 9704 has it, 申报书 as offices are used to print them. */
export type Standard = 'report' | 'book'

/** One way in which a file departs from GB/T 9704-2012. */
export interface Finding {
  readonly code: string
  /** An error departs from the standard; a warning from good habit, or it may be meant. */
  readonly severity: 'error' | 'warning'
  /** Where, as a person would look for it: 第 12 段, 表 2 第 3 行第 1 格, 第 1 节页面. */
  readonly place: string
  /** The beginning of the text there. */
  readonly quote: string
  /** What it is, and what the standard asks. */
  readonly found: string
  readonly wanted: string
  /** The clause of the standard. */
  readonly clause?: string
  /** How many more places have the very same fault. */
  readonly more: number
}

/** As a check tells it; equal ones are counted, not repeated. */
export type Told = Omit<Finding, 'more'>

const quoted = 24

export const quoteOf = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > quoted ? `${line.slice(0, quoted)}…` : line
}

/** The first of each fault, with how often it comes again. */
export const counted = (told: readonly Told[]): readonly Finding[] => {
  const first = new Map<string, Told & { more: number }>()
  for (const one of told) {
    const key = `${one.code}/${one.found}/${one.wanted}`
    const known = first.get(key)
    if (known) known.more += 1
    else first.set(key, { ...one, more: 0 })
  }
  return [...first.values()]
}
