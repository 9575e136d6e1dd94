import { apart } from './apart.ts'
import { frontOf } from './cover.ts'
import type { Draft, DraftNode, Question } from './draft.ts'
import type { OutlineBlock } from './outline-block.ts'
import { withReferences } from './refer.ts'
import { flattened, sectionsOf } from './sections.ts'

/** What an outline most probably means as a template: pure, and every guess says where it comes from. */
export const draftOutline = (blocks: readonly OutlineBlock[]): Draft => {
  const questions: Question[] = []
  const { title, cover, marks, notes, attachment, issuer, rest } = frontOf(blocks)
  const found = withReferences(sectionsOf(rest, questions, '基本信息')).flatMap((section) => flattened(section))
  const titles = new Set(found.flatMap(fieldTitles))
  const missing = cover.filter((field) => !titles.has(field.title))
  const sections = apart(missing.length > 0 ? withCover(found, missing) : found)
  if (sections.length === 0)
    questions.push({ place: '全文', text: '', question: '没有找到标题和表格，只建了一个空的分节，请自己补上。' })
  if (title.length === 0)
    questions.push({ place: '开头', text: '', question: '没有找到材料的名称，请在“材料的名称”里写上。' })
  const blank = notes.find((note) => /[不莫][得能可]留?空|不留空/.test(note))
  if (blank)
    questions.push({
      place: '填写说明',
      text: blank.slice(0, 60),
      question: '要不要照此检查？现在可以留空。',
      answers: [{ title: '可以留空' }, { title: '不能留空，没有的写“无”或“0”', writesNone: true }],
    })
  return {
    title: title.length > 0 ? title : ['申报材料'],
    cover: cover.map((field) => field.title),
    marks,
    notes,
    sections: sections.length > 0 ? sections : [empty],
    questions,
    ...(attachment && { attachment }),
    ...(issuer && { issuer }),
  }
}

const evidence = { place: '封面', text: '', confidence: 'medium', why: '封面上的各项' } as const

const empty: DraftNode = {
  title: '基本信息',
  keywords: { 'x-kind': 'section' },
  children: [{ title: '内容', keywords: { 'x-kind': 'narrative' }, evidence }],
  evidence,
}

/** A group may itself be what the cover asks for: 牵头单位 is its name. */
const fieldTitles = (node: DraftNode): readonly string[] => {
  const kind = node.keywords['x-kind']
  const below = kind === 'section' || kind === 'group' ? (node.children ?? []).flatMap(fieldTitles) : []
  return kind === 'section' ? below : [node.title, ...below]
}

/** The fields of the cover that stand nowhere else open the first section, or have one of their own. */
const withCover = (sections: readonly DraftNode[], fields: readonly DraftNode[]): readonly DraftNode[] => {
  const [first, ...rest] = sections
  const isBasics =
    first && /基本|概况/.test(first.title) && first.children?.some((child) => child.keywords['x-kind'] !== 'section')
  if (isBasics) return [{ ...first, children: [...fields, ...(first.children ?? [])] }, ...rest]
  const title = sections.some((section) => section.title === '基本信息') ? '封面信息' : '基本信息'
  const made: DraftNode = {
    title,
    keywords: { 'x-kind': 'section', 'x-numbering': 'none' },
    children: fields,
    evidence,
  }
  return [made, ...sections]
}
