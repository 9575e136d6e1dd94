import type { DraftNode, OutlineDraft } from '@policyforms/core'

/** Where a guess stands among the guesses: indexes from the sections down. */
export type Trail = readonly number[]

export const nodeAt = (nodes: readonly DraftNode[], [index = -1, ...rest]: Trail): DraftNode | undefined => {
  const node = nodes[index]
  return rest.length === 0 ? node : nodeAt(node?.children ?? [], rest)
}

/** The guesses with one of them changed, or taken away. */
export const withNode = (
  nodes: readonly DraftNode[],
  [index = -1, ...rest]: Trail,
  change: (node: DraftNode) => DraftNode | undefined,
): readonly DraftNode[] =>
  nodes.flatMap((node, i) => {
    if (i !== index) return [node]
    if (rest.length > 0) return [withColumnsFollowed(node, withNode(node.children ?? [], rest, change))]
    return change(node) ?? []
  })

/** A table whose columns have other names now: what it says of them by name follows. */
const withColumnsFollowed = (node: DraftNode, children: readonly DraftNode[]): DraftNode => {
  const before = node.children ?? []
  const renamed = new Map(
    before.length === children.length ? before.map(({ title }, i) => [title, children[i]?.title ?? title]) : [],
  )
  const now = (title: string) => renamed.get(title) ?? title
  const { totals, merge, headGroups, fixedRows } = node
  return {
    ...node,
    children: children.map((child) => (child.atMost === undefined ? child : { ...child, atMost: now(child.atMost) })),
    ...(totals && { totals: totals.map(now) }),
    ...(merge && { merge: merge.map(now) }),
    ...(headGroups && { headGroups: headGroups.map((group) => ({ ...group, of: group.of.map(now) })) }),
    ...(fixedRows && {
      fixedRows: fixedRows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([title, text]) => [now(title), text])),
      ),
    }),
  }
}

/** What a field may be taken for instead, and the least that each needs to be one. */
const needs: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
  text: {},
  narrative: {},
  number: {},
  money: { 'x-unit': '万元' },
  percent: {},
  date: {},
  month: {},
  year: {},
  period: {},
  'yes-no': {},
  choice: {},
  choices: {},
  identifier: { 'x-schemes': ['credit-code'] },
  attachment: {},
  picture: {},
}
export const fieldKinds = Object.keys(needs)

const shared = ['x-unit', 'x-max-chars', 'x-min-chars', 'description']
const keeps: Readonly<Record<string, readonly string[]>> = {
  narrative: ['x-max-chars', 'x-min-chars', 'description'],
  number: ['x-unit', 'description'],
  money: ['x-unit', 'description'],
}

/** The same thing taken for another kind. What both can say stays. */
export const asKind = (node: DraftNode, kind: string): DraftNode => {
  const kept = Object.entries(node.keywords).filter(
    ([keyword]) => shared.includes(keyword) && (keeps[kind] ?? ['description']).includes(keyword),
  )
  const { options, ...rest } = node
  const isChoice = kind === 'choice' || kind === 'choices'
  const given = options ?? [1, 2].map((n) => ({ title: `选项${n}`, isOpen: false }))
  return {
    ...rest,
    keywords: { ...needs[kind], ...Object.fromEntries(kept), 'x-kind': kind },
    ...(isChoice && { options: given.map(({ title }) => ({ title, isOpen: false })) }),
    evidence: { ...node.evidence, confidence: 'high', why: '由人改定' },
  }
}

/** A guess that a person has looked at and agrees with. */
export const agreed = (node: DraftNode): DraftNode => ({
  ...node,
  evidence: { ...node.evidence, confidence: 'high', why: '由人确认' },
})

export const allGuesses = (nodes: readonly DraftNode[]): readonly DraftNode[] =>
  nodes.flatMap((node) => [node, ...allGuesses(node.children ?? [])])

export const unsureIn = ({ sections }: OutlineDraft): number =>
  allGuesses(sections).filter(({ evidence }) => evidence.confidence !== 'high').length
