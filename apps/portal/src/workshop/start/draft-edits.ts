import type { DraftNode, DraftSettling, OptionMark, OutlineDraft } from '@policyforms/core'

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
  'open-choice': {},
  'open-choices': {},
  identifier: { 'x-schemes': ['credit-code'] },
  attachment: {},
  picture: {},
}
export const fieldKinds = Object.keys(needs)

export const choiceKinds: readonly string[] = ['choice', 'choices', 'open-choice', 'open-choices']
const isOpenKind = (kind: string) => kind.startsWith('open-')

/** The options that a kind can have: an open one ends in one that asks for a text. */
const optionsFor = (kind: string, options: readonly OptionMark[]): readonly OptionMark[] => {
  if (!isOpenKind(kind)) return options.map(({ title }) => ({ title, isOpen: false }))
  return options.some(({ isOpen }) => isOpen) ? options : [...options, { title: '其他', isOpen: true }]
}

/** The options as a person writes them, one a line. */
export const withOptions = (node: DraftNode, lines: readonly string[]): DraftNode => {
  const titles = [...new Set(lines.map((line) => line.trim().slice(0, 120)).filter((line) => line !== ''))]
  const open = node.options?.find(({ isOpen }) => isOpen)?.title
  const options = titles.map((title) => ({ title, isOpen: title === open }))
  return { ...node, options: optionsFor(node.keywords['x-kind'], options) }
}

/** A choice between less than two is none yet. */
export const lacksOptions = ({ keywords, options = [] }: DraftNode): boolean =>
  choiceKinds.includes(keywords['x-kind']) && options.length < 2

export const lackingIn = ({ sections }: OutlineDraft): number => allGuesses(sections).filter(lacksOptions).length

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
  const { options, question: _, answers: __, ...rest } = node
  const isChoice = choiceKinds.includes(kind)
  const given = optionsFor(kind, options ?? [])
  return {
    ...rest,
    keywords: { ...needs[kind], ...Object.fromEntries(kept), 'x-kind': kind },
    ...(isChoice && { options: given }),
    evidence: { ...node.evidence, confidence: 'high', why: '由人改定' },
  }
}

/** A guess about which nothing is asked any more. */
export const settled = (
  node: DraftNode,
  { keywords, heads, without = [] }: DraftSettling = { title: '' },
): DraftNode => {
  const { question: _, answers: __, fixedRows, merge, ...rest } = node
  const said = Object.entries({ ...node.keywords, ...keywords }).filter(([, value]) => value !== null)
  return {
    ...rest,
    ...(fixedRows && !without.includes('fixedRows') && { fixedRows }),
    ...(merge && !without.includes('merge') && { merge }),
    keywords: { ...Object.fromEntries(said), 'x-kind': `${keywords?.['x-kind'] ?? node.keywords['x-kind']}` },
    ...(heads && { heads }),
    evidence: { ...node.evidence, confidence: 'high', why: '由人确认' },
  }
}

/** A guess that a person has looked at and agrees with, and so with what holds until it is asked. */
export const agreed = (node: DraftNode): DraftNode => settled(node)

export const allGuesses = (nodes: readonly DraftNode[]): readonly DraftNode[] =>
  nodes.flatMap((node) => [node, ...allGuesses(node.children ?? [])])

export const unsureIn = ({ sections }: OutlineDraft): number =>
  allGuesses(sections).filter(({ evidence }) => evidence.confidence !== 'high').length
