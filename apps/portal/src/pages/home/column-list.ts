import { chooseColumns, columnsOf, type SummaryLook, type Template } from '@policyforms/core'
import { hasWords } from '../../parts/has-words.ts'

/** One thing that can be in a summary: an answer with a column of its own, or a table or matrix with a sheet. */
export interface Item {
  readonly id: string
  readonly label: string
  readonly group: string
  readonly isList: boolean
}

/** All that a summary of a template may hold, in the order of the document. */
export const itemsOf = (template: Template): readonly Item[] => {
  const seen = new Set<string>()
  return columnsOf(template).flatMap((column): readonly Item[] => {
    const holder = column.table ?? column.matrix
    if (!holder) return [{ id: column.id, label: column.label, group: column.group, isList: false }]
    const id = holder.path.join('.')
    if (seen.has(id)) return []
    seen.add(id)
    return [{ id, label: holder.title, group: '另成一张表', isList: true }]
  })
}

/** The choice as it was kept, without what the template no longer has; all of it if nothing was kept. */
export const keptChoice = (items: readonly Item[], kept: readonly string[] | undefined): readonly string[] => {
  const ids = new Set(items.map(({ id }) => id))
  const known = (kept ?? []).filter((id) => ids.has(id))
  return known.length > 0 ? known : [...ids]
}

/** What to ask for: nothing in particular when everything is chosen in its own order, so that former versions' columns come too. */
export const lookOf = (
  template: Template,
  items: readonly Item[],
  chosen: readonly string[],
  format: NonNullable<SummaryLook['format']>,
): SummaryLook => {
  const isAll = chosen.length === items.length && items.every(({ id }, i) => chosen[i] === id)
  const { unknown } = chooseColumns(template, chosen)
  const columns = chosen.filter((id) => unknown.every((one) => one.id !== id))
  return { format, ...(!isAll && { columns }) }
}

export const moved = (chosen: readonly string[], id: string, by: -1 | 1): readonly string[] => {
  const from = chosen.indexOf(id)
  const to = from + by
  if (from < 0 || to < 0 || to >= chosen.length) return chosen
  return chosen.toSpliced(from, 1).toSpliced(to, 0, id)
}

export const matches = ({ label, group }: Item, words: string): boolean => hasWords(`${label} ${group}`, words)
