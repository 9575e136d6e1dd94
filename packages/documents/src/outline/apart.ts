import type { DraftNode } from './draft.ts'

/** No two alike: the later ones are numbered. */
export const apartTitles = (titles: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return titles.map((title) => {
    let name = title
    for (let count = 2; taken.has(name); count++) name = `${title.slice(0, 110)}（${count}）`
    taken.add(name)
    return name
  })
}

/** Neighbours of one name told apart, all the way down. Columns of a table have been told apart already. */
export const apart = (nodes: readonly DraftNode[]): readonly DraftNode[] => {
  const titles = apartTitles(nodes.map((node) => node.title))
  return nodes.map((node, i) => ({
    ...node,
    title: titles[i] ?? node.title,
    ...(node.children && node.keywords['x-kind'] !== 'table' && { children: apart(node.children) }),
  }))
}
