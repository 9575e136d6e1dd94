import type { GridCell, OutlineBlock } from './outline-block.ts'

const cellsIn = (line: string): readonly string[] => {
  const text = line.trim()
  if (text.includes('|')) return text.replace(/^\|/, '').replace(/\|$/, '').split('|')
  return line.includes('\t') ? line.split('\t') : []
}

const isRule = (line: string) => /^[\s|:-]+$/.test(line) && line.includes('-')

const gridOf = (lines: readonly string[], place: string): OutlineBlock => ({
  is: 'grid',
  place,
  rows: lines
    .filter((line) => !isRule(line))
    .map((line, row) =>
      cellsIn(line).map(
        (text, column): GridCell => ({
          text: text.trim(),
          column,
          span: 1,
          isContinued: false,
          place: `${place} 第 ${row + 1} 行第 ${column + 1} 格`,
        }),
      ),
    ),
})

const isHeading = (line: string) => /^(#{1,6}) /.exec(line)?.[1]?.length

/** A pasted outline: a paragraph a line; neighbouring lines with as many tabs or bars are a table. */
export const readText = (text: string): readonly OutlineBlock[] => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const blocks: OutlineBlock[] = []
  let grids = 0
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] ?? ''
    const width = cellsIn(line).length
    let end = i + 1
    while (width >= 2 && end < lines.length && (cellsIn(lines[end] ?? '').length === width || isRule(lines[end] ?? '')))
      end++
    if (end - i >= 2) blocks.push(gridOf(lines.slice(i, end), `表 ${++grids}`))
    else {
      const level = isHeading(line)
      const content = level === undefined ? line : line.slice(level + 1)
      blocks.push({
        is: 'paragraph',
        text: content.trim(),
        place: `第 ${i + 1} 行`,
        ...(level !== undefined && { level }),
      })
    }
    i = end
  }
  return blocks
}
