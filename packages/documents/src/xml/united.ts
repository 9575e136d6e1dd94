import type { Row } from './table.ts'

/** Rows over columns of their own. */
export interface Columned {
  readonly widths: readonly number[]
  readonly rows: readonly Row[]
}

/** Edges nearer to each other than this are one. */
const near = 60

const edgesOf = (widths: readonly number[]): readonly number[] => {
  let at = 0
  return [0, ...widths.map((width) => (at += width))]
}

/** All edges from left to right, without those that another one stands for. */
const unitedEdges = (all: readonly Columned[]): readonly number[] => {
  const edges = all.flatMap(({ widths }) => edgesOf(widths)).sort((one, other) => one - other)
  return edges.reduce<number[]>((kept, edge) => {
    if (edge - (kept.at(-1) ?? -near) >= near) kept.push(edge)
    return kept
  }, [])
}

/** Rows over different columns as one table: each cell spans the columns between its edges. */
export const united = (all: readonly Columned[]): Columned => {
  const [first] = all
  if (first && all.every(({ widths }) => widths.join() === first.widths.join()))
    return { widths: first.widths, rows: all.flatMap(({ rows }) => rows) }
  const edges = unitedEdges(all)
  const columnAt = (edge: number) => edges.findLastIndex((one) => one <= edge + 1)
  const rows = all.flatMap(({ widths, rows: own }) => {
    const at = edgesOf(widths).map(columnAt)
    return own.map((row): Row => {
      let column = 0
      const cells = row.cells.map((cell) => {
        const from = at[column] ?? 0
        column += cell.span ?? 1
        return { ...cell, span: (at[column] ?? edges.length - 1) - from }
      })
      return { ...row, cells }
    })
  })
  return { widths: edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0)), rows }
}
