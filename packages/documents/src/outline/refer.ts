import type { DraftNode } from './draft.ts'

/*
 * 负责人（填表2编号）, 所属任务, 人员编号: a column whose cells are rows of another table, if that one numbers its rows.
 */

const byNumber = /(表\s*[\d一二三四五六七八九十]+(?:[-—－.．]\d+)*)\s*的?\s*(?:编号|序号)/
const byNoun = /^(?:所属|用于哪些|支撑哪些|对应|关联)?(.{2,6}?)(?:编号|序号)$|^(?:所属|用于哪些|支撑哪些|对应)(.{2,6})$/
const isMany = (text: string) => /多个|多选|可填多|哪些/.test(text)

const numberedIn = (nodes: readonly DraftNode[]): readonly DraftNode[] =>
  nodes.flatMap((node) => [
    ...(node.keywords['x-row-number'] === undefined ? [] : [node]),
    ...(node.keywords['x-kind'] === 'table' ? [] : numberedIn(node.children ?? [])),
  ])

const targetOf = (title: string, tables: readonly DraftNode[]): DraftNode | undefined => {
  const number = byNumber.exec(title)?.[1]?.replace(/\s/g, '')
  if (number) return tables.find(({ called }) => called === number)
  const [, one, other] = byNoun.exec(title) ?? []
  const noun = one ?? other
  const [found, ...others] = noun ? tables.filter((table) => table.title.includes(noun)) : []
  return others.length === 0 ? found : undefined
}

const referring = (column: DraftNode, tables: readonly DraftNode[]): DraftNode => {
  const target = column.keywords['x-kind'] === 'text' ? targetOf(column.title, tables) : undefined
  if (!target) return column
  return {
    ...column,
    title: column.title.replace(/[（(][^（()）]*编号[^（()）]*[）)]$/, ''),
    keywords: { 'x-kind': isMany(column.title) ? 'references' : 'reference' },
    refers: target.evidence.place,
    evidence: { ...column.evidence, confidence: 'medium', why: `填“${target.title}”里的编号` },
  }
}

/** The same outline with the columns that name rows of another table as references to it. */
export const withReferences = (nodes: readonly DraftNode[]): readonly DraftNode[] => {
  const tables = numberedIn(nodes)
  const inNode = (node: DraftNode): DraftNode => {
    if (!node.children) return node
    const isTable = node.keywords['x-kind'] === 'table'
    const others = tables.filter(({ evidence }) => evidence.place !== node.evidence.place)
    return { ...node, children: node.children.map((child) => (isTable ? referring(child, others) : inNode(child))) }
  }
  return tables.length > 0 ? nodes.map(inNode) : nodes
}
