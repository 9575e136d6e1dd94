import type { DraftAnswer, DraftNode, DraftSettling, OutlineDraft, Question } from '@policyforms/core'
import { settled, type Trail, withNode } from './draft-edits.ts'

/** What is still to be decided: about a guess, or about the whole. */
export type Asked = {
  readonly place: string
  readonly text: string
  readonly question: string
} & ({ readonly trail: Trail; readonly node: DraftNode } | { readonly whole: Question })

export type Reply = DraftSettling | DraftAnswer

const ofNodes = (nodes: readonly DraftNode[], above: Trail = []): readonly Asked[] =>
  nodes.flatMap((node, i) => {
    const trail = [...above, i]
    const { question, title, evidence } = node
    return [
      ...(question ? [{ place: evidence.place, text: title, question, trail, node }] : []),
      ...ofNodes(node.children ?? [], trail),
    ]
  })

export const askedIn = ({ sections, questions }: OutlineDraft): readonly Asked[] => [
  ...questions.map((whole) => ({ place: whole.place, text: whole.text, question: whole.question, whole })),
  ...ofNodes(sections),
]

const noted = [{ title: '知道了' }]

/** What one can answer, the one that holds already first. */
export const repliesTo = (asked: Asked): readonly Reply[] =>
  ('whole' in asked ? asked.whole.answers : asked.node.answers) ?? noted

const added = (sections: readonly DraftNode[], { node, into }: NonNullable<DraftAnswer['adds']>) => {
  const trail = trailOf(sections, into) ?? [0]
  return withNode(sections, trail, (section) => ({ ...section, children: [...(section.children ?? []), node] }))
}

/** Where the section that was read at a place stands. */
const trailOf = (nodes: readonly DraftNode[], place: string): Trail | undefined => {
  for (const [i, { evidence, children = [], keywords }] of nodes.entries()) {
    if (keywords['x-kind'] !== 'section') continue
    if (evidence.place === place) return [i]
    const below = trailOf(children, place)
    if (below) return [i, ...below]
  }
  return undefined
}

/** The draft after an answer. */
export const answered = (draft: OutlineDraft, asked: Asked, reply: Reply): OutlineDraft => {
  if ('trail' in asked)
    return { ...draft, sections: withNode(draft.sections, asked.trail, (node) => settled(node, reply)) }
  const questions = draft.questions.filter((one) => one !== asked.whole)
  const { adds, writesNone } = reply as DraftAnswer // what is asked of the whole has answers of the whole
  return {
    ...draft,
    questions,
    sections: adds ? added(draft.sections, adds) : draft.sections,
    ...(writesNone && { writesNone }),
  }
}

/** The material's name, written by a person: nothing is asked about it then. */
export const withTitle = (draft: OutlineDraft, title: string): OutlineDraft => ({
  ...draft,
  title: [title],
  questions: draft.questions.filter(({ place }) => place !== '开头'),
})
