import { type RefObject, useEffect, useRef } from 'react'
import type { OutlineNode } from '../model/outline.ts'

/** The rows that are drawn or would be, from top to bottom. */
export const rowsShown = (nodes: readonly OutlineNode[], expanded: ReadonlySet<string>): readonly string[] =>
  nodes.flatMap(({ id, children }) => [id, ...(expanded.has(id) ? rowsShown(children, expanded) : [])])

/** What is chosen elsewhere comes into view: only the rows in view are drawn, so its place is told by its number. */
export const useInView = (
  tree: RefObject<HTMLElement | null>,
  chosen: string | undefined,
  rowsNow: () => readonly string[],
): void => {
  const rowsOfNow = useRef(rowsNow)
  rowsOfNow.current = rowsNow
  useEffect(() => {
    const all = rowsOfNow.current()
    const at = chosen === undefined ? -1 : all.indexOf(chosen)
    if (!tree.current || at < 0) return
    const { scrollTop, clientHeight, scrollHeight } = tree.current
    const height = scrollHeight / all.length
    const isSeen = at * height >= scrollTop && (at + 1) * height <= scrollTop + clientHeight
    if (!isSeen) tree.current.scrollTop = at * height - clientHeight / 2
  }, [tree, chosen])
}
