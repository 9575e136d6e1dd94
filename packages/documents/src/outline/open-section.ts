import type { OptionMark } from '@policyforms/core'
import type { DraftNode, Evidence } from './draft.ts'
import { guessField } from './field-guess.ts'
import { cleaned, optionsIn } from './marks.ts'
import type { OutlineBlock, OutlineParagraph } from './outline-block.ts'
import type { DraftSignature } from './signatures.ts'

/** A heading whose end has not been reached, with what has been found under it. */
export interface Open {
  readonly rank: number
  readonly title: string
  readonly evidence: Evidence
  readonly nodes: DraftNode[]
  /** Who filled it in, and when: after all else. */
  readonly closing: DraftNode[]
  readonly signatures: DraftSignature[]
  /** Sentences that stand under the heading and say what to write. */
  readonly hints: string[]
  /** Of a heading that itself says 限500字. */
  readonly facets: DraftNode['keywords'] | undefined
}

export const evidenceOf = (
  { place, text }: OutlineParagraph,
  confidence: Evidence['confidence'],
  why: string,
): Evidence => ({
  place,
  text: text.slice(0, 80),
  confidence,
  why,
})

/** Boxes in a line, called by what stands before them, or by the line above that ends in a colon. */
export const optionField = (block: OutlineParagraph, section: Open, above?: OutlineBlock): DraftNode => {
  const own = cleaned(block.text.split(/[□☐○◯▢☑■]/)[0] ?? '')
  const lead = own === '' && above?.is === 'paragraph' && /[:：]\s*$/.test(above.text) ? leadOf(section, above) : ''
  const found = guessField(`${lead}${block.text}`, '')
  const [, name = '', hint] = /^([^（(]*)(?:[（(](.*)[）)])?[:：]?\s*$/s.exec(lead) ?? []
  return {
    title: own || cleaned(name).slice(0, 60) || section.title,
    keywords: { ...found.keywords, ...(hint && { description: hint.slice(0, 600) }) },
    ...(found.options && { options: found.options }),
    evidence: evidenceOf(block, found.confidence, found.why),
    ...(found.question && { question: found.question }),
    ...(found.answers && { answers: found.answers }),
  }
}

export const attachment = (block: OutlineParagraph): DraftNode => ({
  title: cleaned(block.text.replace(/[；;。]$/, '')).slice(0, 120) || '附件',
  keywords: { 'x-kind': 'attachment', 'x-accept': ['.pdf', '.jpg', '.png', '.doc', '.docx', '.xls', '.xlsx'] },
  evidence: evidenceOf(block, 'medium', '列在附件下面'),
})

/** The paragraphs of a commitment are one statement. */
export const addStatement = (section: Open, block: OutlineParagraph) => {
  const known = section.nodes.findIndex((node) => node.keywords['x-kind'] === 'statement')
  const node = section.nodes[known]
  const text = node && Array.isArray(node.keywords['x-text']) ? node.keywords['x-text'] : []
  const made: DraftNode = {
    title: section.title,
    keywords: { 'x-kind': 'statement', 'x-text': [...text, block.text.slice(0, 1000)] },
    evidence: node?.evidence ?? evidenceOf(block, 'high', '承诺或声明的正文'),
  }
  if (known < 0) section.nodes.push(made)
  else section.nodes[known] = made
}

const lineByLine = '方框一行一个'

/** One box with what it stands for on a line of its own. */
export const isTick = (text: string): boolean => /^\s*[□☐○◯▢]/.test(text) && optionsIn(text).length === 1

/** The line before the boxes, which may have been taken for a label with a blank after it. */
const leadOf = (section: Open, above: OutlineBlock | undefined): string => {
  if (above?.is !== 'paragraph' || section.nodes.at(-1)?.evidence.place !== above.place)
    return section.hints.pop() ?? ''
  section.nodes.pop()
  return above.text
}

/** Boxes line by line are one field, called by the line before them; a box by itself is a yes or no. */
export const addTick = (section: Open, block: OutlineParagraph, above: OutlineBlock | undefined) => {
  const [option] = optionsIn(block.text)
  const last = section.nodes.at(-1)
  // The box under a statement is the statement's own.
  if (!option || last?.keywords['x-kind'] === 'statement') return
  const one = { ...option, title: option.title.replace(/^[①-⑳]\s*|^[（(]?\d{1,2}[）).、]\s*/, '').slice(0, 120) }
  if (last?.evidence.why !== lineByLine) {
    section.nodes.push(aloneTick(section, block, one, above))
    return
  }
  const before = last.options ?? [{ title: last.evidence.text, isOpen: false }]
  const options = [...before, one]
  const kind = options.some(({ isOpen }) => isOpen) ? 'open-choices' : 'choices'
  section.nodes[section.nodes.length - 1] = { ...last, keywords: { ...last.keywords, 'x-kind': kind }, options }
}

const aloneTick = (
  section: Open,
  block: OutlineParagraph,
  { title }: OptionMark,
  above: OutlineBlock | undefined,
): DraftNode => {
  const lead = leadOf(section, above)
  return {
    title: cleaned(lead.replace(/[（(].*$/s, '')).slice(0, 40) || title,
    keywords: { 'x-kind': 'yes-no', ...(lead.length > 20 && { description: lead.slice(0, 600) }) },
    evidence: { ...evidenceOf(block, 'high', lineByLine), text: title },
  }
}

/** A sentence that asks for prose: 简述……（限500字）. */
export const prose = (block: OutlineParagraph, section: Open): DraftNode => {
  const found = guessField(block.text, '')
  const isFirst = !section.nodes.some((node) => node.keywords['x-kind'] === 'narrative')
  return {
    title: isFirst
      ? section.title
      : cleaned(block.text)
          .replace(/[。；，,].*$/s, '')
          .slice(0, 30) || section.title,
    keywords: { ...found.keywords, 'x-kind': 'narrative', description: block.text.slice(0, 600) },
    evidence: evidenceOf(block, 'high', found.why),
  }
}
