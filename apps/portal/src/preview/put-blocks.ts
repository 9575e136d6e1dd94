import { emptyCopy } from './break-pages.ts'

const isTable = (element: HTMLElement | undefined): element is HTMLTableElement => element?.localName === 'table'

/** A table that was cut over pages is cut at the same rows again. */
const cutAlike = (table: HTMLTableElement, parts: readonly HTMLTableElement[]): readonly HTMLElement[] => {
  const rows = [...table.rows]
  let from = parts[0]?.rows.length ?? 0
  const rest = parts.slice(1).map((part) => {
    const copy = emptyCopy(table, (child) => child.localName === 'colgroup')
    copy.append(...rows.slice(from, from + part.rows.length))
    from += part.rows.length
    return copy
  })
  return [table, ...rest]
}

const isCutAlike = (parts: readonly HTMLElement[], made: readonly HTMLElement[]) => {
  const [table] = made
  if (!isTable(table) || made.length > 1 || parts.length < 2 || !parts.every(isTable)) return false
  return parts.reduce((count, part) => count + part.rows.length, 0) === table.rows.length
}

const heightsOf = (elements: readonly HTMLElement[]) => elements.map((one) => one.getBoundingClientRect().height)

/** Puts elements where others stand. False when that took more or less room, so that pages may end elsewhere. */
export const putInPlace = (parts: readonly HTMLElement[], made: readonly HTMLElement[]): boolean => {
  const before = heightsOf(parts)
  const [table] = made
  const now = isTable(table) && isCutAlike(parts, made) ? cutAlike(table, parts.filter(isTable)) : made
  if (now.length === parts.length) parts.forEach((part, i) => void part.replaceWith(...now.slice(i, i + 1)))
  else {
    parts[0]?.before(...now)
    for (const part of parts) part.remove()
  }
  const after = heightsOf(now)
  return after.length === before.length && after.every((height, i) => Math.abs(height - (before[i] ?? 0)) < 0.5)
}
