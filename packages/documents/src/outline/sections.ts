import type { DraftNode, Evidence, Question } from './draft.ts'
import { guessField } from './field-guess.ts'
import { baseFrom } from './grid-base.ts'
import { withoutTail } from './grid-columns.ts'
import { latticeOf } from './grid-shape.ts'
import { type SignedPart, sectionOfPart } from './grid-signed.ts'
import { tableFrom } from './grid-table.ts'
import { captionOf, headingOf } from './heading.ts'
import { blanksIn } from './labelled-blanks.ts'
import { capIn, cleaned, floorIn, optionsIn, unitCaptionIn } from './marks.ts'
import { addStatement, addTick, attachment, evidenceOf, isTick, type Open, optionField, prose } from './open-section.ts'
import type { OutlineBlock, OutlineGrid, OutlineParagraph } from './outline-block.ts'
import { signaturesIn } from './signatures.ts'
import { unreadIn } from './unread.ts'

const deepest = 4
/** Below every heading: what stands before the first one ends there. */
const lowest = 100
const captions = 90
const isCommitment = (text: string) => /承诺|声明/.test(text)

/** The sections of an outline, from what stands after its front. */
export const sectionsOf = (
  blocks: readonly OutlineBlock[],
  questions: Question[],
  fallback: string,
): readonly DraftNode[] => {
  const roots: DraftNode[] = []
  const open: Open[] = []
  let caption: Caption = {}
  const close = (rank: number) => {
    while (open.length > 0 && (open.at(-1)?.rank ?? 0) >= rank) {
      const done = open.pop()
      if (done) (open.at(-1)?.nodes ?? roots).push(sectionFrom(done))
    }
  }
  const inside = (place: string): Open => {
    const last = open.at(-1)
    if (last) return last
    const made = opened(lowest, fallback, { place, text: '', confidence: 'medium', why: '第一个标题之前的内容' })
    open.push(made)
    return made
  }
  for (const [i, block] of blocks.entries()) {
    if (block.is === 'grid') {
      takeGrid(block, inside(block.place), caption, questions)
      caption = {}
      continue
    }
    const heading = listsFiles(open, block) ? undefined : headingIn(block, open)
    if (heading) {
      close(heading.rank)
      open.push(opened(heading.rank, heading.title, evidenceOf(block, 'high', heading.why), facetsIn(block.text)))
      const number = captionOf(block.text)?.number
      caption = { ...unitOf(block.text), ...(number && { number }) }
    } else if (isTick(block.text)) addTick(inside(block.place), block, blocks[i - 1])
    else if (block.text !== '') caption = takeParagraph(block, inside(block.place), caption, questions, blocks[i - 1])
  }
  close(0)
  return roots
}

const opened = (rank: number, title: string, evidence: Evidence, facets?: Open['facets']): Open => ({
  rank,
  title,
  evidence,
  facets,
  nodes: [],
  closing: [],
  signatures: [],
  hints: [],
})

const facetsIn = (text: string): Open['facets'] =>
  capIn(text) === undefined && floorIn(text) === undefined
    ? undefined
    : { ...guessField(text, '').keywords, 'x-kind': 'narrative' }

/** Under 附件, a numbered line is one more file; only a heading as high as that one ends the list. */
const listsFiles = (open: readonly Open[], { text, level }: OutlineParagraph): boolean => {
  const section = open.at(-1)
  const rank = level ?? headingOf(text)?.rank ?? 0
  return section !== undefined && /^附件/.test(section.title) && rank > section.rank && text !== ''
}

/** 三、预算（单位：万元） holds for the table below. */
const unitOf = (text: string) => {
  const unit = unitCaptionIn(text)
  return unit === undefined ? {} : { unit }
}

const isDateLine = (text: string) => /^[_\s＿]*年[_\s＿]*月[_\s＿]*日$/.test(text)

/** A short numbered line, a heading of Word, or a line that names an attachment, a commitment or an opinion. */
const headingIn = (block: OutlineParagraph, open: readonly Open[]) => {
  const { text, level } = block
  const isUnder = open.length > 0
  const caption = captionOf(text)
  // Where no heading stands, what a table is called is one.
  if (caption && (open[0]?.rank ?? lowest) >= captions)
    return { rank: captions, title: cleaned(caption.title), why: '表的名称' }
  const numbered = headingOf(text)
  const title = cleaned(text)
  const isLong = title.length > 45 || /[。；;]$/.test(text)
  if (title === '' || isLong || /[_＿]{2}/.test(text) || optionsIn(text).length > 1) return undefined
  if (signaturesIn(text).length > 0 || blanksIn(text, '').length > 0 || /[:：]\s*$/.test(text)) return undefined
  if (level !== undefined) return { rank: level, title, why: `Word 的${level}级标题` }
  if (numbered) return { rank: numbered.rank, title, why: '标题编号' }
  const isPlain =
    /^(?:附件|附件清单|附件材料|附件目录|.{0,12}(?:承诺书?|声明)|.{2,12}意见|.{0,10}基本(?:信息|情况)表?)$/.test(title)
  return isPlain ? { rank: isUnder ? 20 : 6, title, why: '单独成行的名称' } : undefined
}

const isCaption = (text: string) =>
  captionOf(text) !== undefined ||
  (text.length <= 40 &&
    /表\s*[\d一二三四五六七八九十.-]*$|^表\s*[\d一二三四五六七八九十]|一览$|清单$|情况表?$|名单$/.test(text) &&
    !/[。；，]|^[（(].*[）)]$/.test(text))

/** What stands above a table and holds for it. */
interface Caption {
  readonly title?: string
  readonly unit?: string
  /** 表2 */
  readonly number?: string
}

const captionIn = (text: string): Caption => {
  const numbered = captionOf(text)
  return {
    title: cleaned(numbered?.title ?? text),
    ...unitOf(text),
    ...(numbered && { number: numbered.number }),
  }
}

const takeParagraph = (
  block: OutlineParagraph,
  section: Open,
  caption: Caption,
  questions: Question[],
  above: OutlineBlock | undefined,
) => {
  const { text, place } = block
  const unit = unitCaptionIn(text)
  const fields = blanksIn(text, place)
  if (unit && fields.length === 0 && text.length <= 24) return { ...caption, unit }
  const signatures = signaturesIn(text)
  const opensCommitment = isCommitment(section.title) && /承诺[^_＿]{0,10}[:：]$/.test(text)
  if (signatures.length > 0) section.signatures.push(...signatures)
  else if (opensCommitment) addStatement(section, block)
  else if (isDateLine(text))
    section.signatures.push(...section.signatures.splice(0).map((one) => ({ ...one, date: true })))
  else if (isClosing(fields)) section.closing.push(...fields)
  else if (fields.length > 0) section.nodes.push(...fields)
  else if (/附件/.test(section.title)) section.nodes.push(attachment(block))
  else if (isCommitment(section.title)) addStatement(section, block)
  else if (optionsIn(text).length > 1) section.nodes.push({ ...optionField(block, section, above), isRequired: false })
  else if (isCaption(text)) return captionIn(text)
  else if (capIn(text) !== undefined || floorIn(text) !== undefined) section.nodes.push(prose(block, section))
  else if (section.hints.join('').length + text.length <= 560) section.hints.push(text)
  else
    questions.push({
      place,
      text: text.slice(0, 60),
      question: '说明已经太长，这一段没有收进去。要的话，建好后在“搭建”里写进说明。',
    })
  return caption
}

/** 填表人： 联系电话： 报出日期： at the end of a report: who filled it in, not what its last heading asks for. */
const isClosing = (fields: readonly DraftNode[]): boolean =>
  fields.length > 1 && fields.some(({ title }) => /^(?:填表人|填报人|制表人|经办人|审核人|报出日期)/.test(title))

const takeGrid = (grid: OutlineGrid, section: Open, caption: Caption, questions: Question[]) => {
  const lattice = latticeOf(grid)
  const unit = caption.unit ?? unitCaptionIn(grid.rows[0]?.map((cell) => cell.text).join(' ') ?? '')
  const [body, tail] = withoutTail(lattice)
  const named = { title: caption.title ?? section.title, ...(unit && { unit }) }
  const found = tableFrom(body, named)
  const isUnnamed = caption.title === undefined && section.rank === lowest
  const table = found && isUnnamed ? { ...found, title: isScoring(found) ? '评分表' : '明细' } : found
  const base = baseFrom(table ? tail : lattice, unit)
  if (table) section.nodes.push(caption.number === undefined ? table : { ...table, called: caption.number })
  section.nodes.push(...base.nodes)
  section.signatures.push(...base.signatures)
  takeParts(section, base.parts)
  const made = [table, base.nodes, base.signatures, base.parts, caption]
  questions.push(...unreadIn(grid, made, section.evidence.place))
}

/** Columns for what a row can bring and what it gets. */
const isScoring = ({ children = [] }: DraftNode) => children.some(({ title }) => /得分|分值|评分|打分/.test(title))

/** One signed box by itself is what its section is for; several keep their seals apart. */
const takeParts = (section: Open, parts: readonly SignedPart[]) => {
  const [only, ...others] = parts
  if (only && others.length === 0 && section.nodes.length === 0) {
    section.nodes.push(...only.nodes)
    section.signatures.push(...only.signatures)
  } else section.nodes.push(...parts.map(sectionOfPart))
}

/** A section with nothing in it is for prose; what stands too deep for a heading is prose of its own. */
const sectionFrom = (done: Open): DraftNode => {
  const { title, evidence, nodes, closing, signatures, hints, facets } = done
  const description = hints.join('').slice(0, 600)
  const isProse =
    nodes.length === 0 || (facets !== undefined && !nodes.some((node) => node.keywords['x-kind'] === 'narrative'))
  const own: DraftNode = {
    title,
    keywords: { 'x-kind': 'narrative', ...(description && { description }), ...facets },
    evidence: {
      ...evidence,
      confidence: facets ? 'high' : 'medium',
      why: facets ? '标题里有字数' : '标题下面没有表格',
    },
  }
  const isSignedOnly = nodes.length === 0 && signatures.length > 0 && !/意见/.test(title)
  const text = isSignedOnly ? [dateOf(evidence)] : isProse ? [own] : []
  return {
    title,
    keywords: {
      'x-kind': 'section',
      ...(description && !isProse && { description }),
      ...(signatures.length > 0 && { 'x-signatures': signatures.map((one) => ({ ...one })) }),
    },
    children: [...text, ...nodes, ...closing],
    evidence,
  }
}

const dateOf = (evidence: Evidence): DraftNode => ({
  title: '签署日期',
  keywords: { 'x-kind': 'date' },
  evidence: { ...evidence, confidence: 'low', why: '这一节只有签章，补了一个日期' },
})

/** Headings deeper than a template's become fields: their titles tell them apart. */
export const flattened = (node: DraftNode, level = 1): readonly DraftNode[] => {
  if (node.keywords['x-kind'] !== 'section') return [node]
  const children = (node.children ?? []).flatMap((child) => flattened(child, level + 1))
  if (level <= deepest) return [{ ...node, children }]
  return children.map((child) =>
    child.title === node.title ? child : { ...child, title: `${node.title}：${child.title}`.slice(0, 120) },
  )
}
