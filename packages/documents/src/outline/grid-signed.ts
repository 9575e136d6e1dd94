import type { DraftNode } from './draft.ts'
import { fieldFrom } from './labelled-blanks.ts'
import { cleaned, isBlankText, isDate, optionsIn } from './marks.ts'
import type { GridCell } from './outline-block.ts'
import { type DraftSignature, signaturesIn } from './signatures.ts'

/*
 * 省科技厅审核意见 beside a box that is sealed, 牵头单位承诺 beside what is promised and who signs it: a part of its own,
 * so that its seal stays with it.
 */

export interface SignedPart {
  readonly title: string
  readonly nodes: readonly DraftNode[]
  readonly signatures: readonly DraftSignature[]
  readonly evidence: DraftNode['evidence']
}

const isPromise = (title: string) => /承诺|声明|保证/.test(title)
const opinion = /(?:审[核查批]|推荐|评审|评估|验收|初审|复审|主管部门)?意\s*见$/

/** 市（州）科技局推荐意见 → 市（州）科技局 */
const officeIn = (title: string) => title.replace(opinion, '').replace(/(?:承诺|声明|保证).*$/, '')

const isSigned = (line: string) => signaturesIn(line).length > 0
const isDateLine = (line: string) => isDate(line.replace(/[:：]/g, ''))

/** The signatures of a box, line by line; a date below belongs to those above it that have none. */
const signaturesOf = (lines: readonly string[], office: string): readonly DraftSignature[] => {
  const found: DraftSignature[] = []
  for (const line of lines) {
    const own = signaturesIn(line).map((one) =>
      one.label === '单位' && office !== '' && !/单位\s*[（(]/.test(line)
        ? { ...one, label: office.slice(0, 40) }
        : one,
    )
    if (isDateLine(line)) found.push(...found.splice(0).map((one) => ({ ...one, date: true })))
    else found.push(...own)
  }
  return found
}

/** What a person writes or ticks in the box: boxes, 理由：, or the opinion itself; a promise is told in full. */
const nodesOf = (title: string, lines: readonly string[], { place }: GridCell): readonly DraftNode[] => {
  const evidence = { place, text: lines.join(' ').slice(0, 80), confidence: 'high', why: '要签章的一格' } as const
  if (isPromise(title) && lines.length > 0) {
    const text = lines.map((line) => line.slice(0, 1000))
    return [{ title, keywords: { 'x-kind': 'statement', 'x-text': text }, evidence }]
  }
  const short = opinion.exec(title)?.[0] ?? title
  const asked = short === '意见' ? title : short
  const fields = lines.flatMap((line) => {
    if (optionsIn(line).length > 1) return [fieldFrom(asked, line, place)]
    const label = /^\s*([^:：]{1,20})[:：][\s_＿]*$/.exec(line)?.[1]
    if (label === undefined) return []
    return [{ title: cleaned(label), keywords: { 'x-kind': 'narrative' }, evidence }]
  })
  if (fields.length > 0) return fields
  const description = lines.join('').slice(0, 600)
  return [{ title: asked, keywords: { 'x-kind': 'narrative', ...(description && { description }) }, evidence }]
}

/** A label and the box beside it, or a box that begins with its label; nothing if nobody signs in it. */
export const signedPart = (label: GridCell, box: GridCell | undefined): SignedPart | undefined => {
  const [first = '', ...rest] = label.text.split('\n')
  const lines = (box ? box.text.split('\n') : rest).filter((line) => !isBlankText(line))
  const title = cleaned(first)
  const isNamed = (opinion.test(title) || isPromise(title)) && !isSigned(first) && title.length <= 40
  if (!isNamed || !lines.some(isSigned)) return undefined
  const told = lines.filter((line) => !isSigned(line) && !isDateLine(line))
  return {
    title,
    nodes: nodesOf(title, told, label),
    signatures: signaturesOf(lines, officeIn(title)),
    evidence: { place: label.place, text: title, confidence: 'high', why: '要签章的一格' },
  }
}

/** A part among others is a section of its own. */
export const sectionOfPart = ({ title, nodes, signatures, evidence }: SignedPart): DraftNode => ({
  title,
  keywords: {
    'x-kind': 'section',
    'x-numbering': 'none',
    'x-signatures': signatures.map((one) => ({ ...one })),
  },
  children: nodes,
  evidence,
})
