import type { JsonObject } from '@policyforms/core'
import type { Draft, DraftNode } from '@policyforms/documents'
import type { Namer } from './keys.ts'
import { keysIn } from './outline-keys.ts'

/** Of a group that stands for a person or an office, its name. */
const nameIn = (group: DraftNode, namer: Namer): string | undefined => {
  const nodes = group.children ?? []
  const at = nodes.findIndex(({ title, keywords }) => keywords['x-kind'] === 'text' && /名称?$/.test(title))
  return group.keywords['x-kind'] === 'group' ? keysIn(nodes, group.title, namer)[at] : undefined
}

/** Where a field of the cover stands: the first field of that title outside tables. */
const pathTo = (
  title: string,
  nodes: readonly DraftNode[],
  namer: Namer,
  holder = '',
): readonly string[] | undefined => {
  const keys = keysIn(nodes, holder, namer)
  for (const [i, node] of nodes.entries()) {
    const key = keys[i] ?? ''
    if (node.title === title && !node.children && !node.heads) return [key]
    const name = node.title === title ? nameIn(node, namer) : undefined
    if (name) return [key, name]
    const isHolder = node.keywords['x-kind'] === 'section' || node.keywords['x-kind'] === 'group'
    const below = isHolder ? pathTo(title, node.children ?? [], namer, node.title) : undefined
    if (below) return [key, ...below]
  }
  return undefined
}

/** A sheet that begins with its title, as a scoring sheet does, has no page before it. */
const isSheet = ({ title, cover, marks = [], issuer }: Draft): boolean =>
  cover.length + marks.length === 0 && !issuer && /表(?:[（(][^（()）]{1,10}[）)])?$/.test(title.join(''))

/** The cover of a draft: its title, and where its fields stand. */
export const coverOf = (draft: Draft, namer: Namer): JsonObject | undefined => {
  if (isSheet(draft)) return undefined
  const found = draft.cover.flatMap((title) => {
    const path = pathTo(title, draft.sections, namer)
    return path ? [{ title, path: path.join('.') }] : []
  })
  const date = found.find(({ title }) => /日期$/.test(title))
  const fields = found
    .filter((one) => one !== date)
    .map(({ title, path }) => ({ label: title.slice(0, 20), field: path }))
  return {
    ...(draft.attachment && { attachment: draft.attachment }),
    ...(draft.marks && draft.marks.length > 0 && { marks: [...draft.marks] }),
    title: draft.title.map((line) => line.slice(0, 60)),
    ...(fields.length > 0 && { fields }),
    ...(date && { date: date.path }),
    ...(draft.issuer && { issuer: draft.issuer }),
  }
}
