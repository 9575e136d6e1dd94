import mammoth from 'mammoth'
import readSheets from 'read-excel-file/node'

/** A written file as readers that are not ours see it: rows of cells, and for Word also its running text. */
export interface ReadBack {
  readonly rows: readonly (readonly string[])[]
  readonly text: string
}

const plain = (html: string) =>
  html
    .replace(/<br \/>/g, '')
    // Mammoth takes boxes to tick for boxes of a form.
    .replace(/<input type="checkbox" checked="checked" \/>/g, '☑')
    .replace(/<input type="checkbox" \/>/g, '□')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

/** Word, by mammoth. */
export const readWord = async (path: string): Promise<ReadBack> => {
  const { value: html } = await mammoth.convertToHtml({ path })
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => plain(cell)),
  )
  return { rows, text: plain(html.replaceAll('</p>', '\n')) }
}

const shown = (cell: unknown): string =>
  cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)

/** Excel, by read-excel-file: all sheets, one below the other. */
export const readExcel = async (path: string): Promise<ReadBack> => {
  const sheets = await readSheets(path)
  const rows = sheets.flatMap(({ data }) => data.map((row) => row.map(shown)))
  return { rows, text: '' }
}

/** A label as it is printed: with the option that asks for a text, a mark for what must be filled, the unit. */
const isLabel = (cell: string, label: string) =>
  cell.startsWith(label) && /^(：[^（]*（[^）]*）)?(\s*\*)?(（[^）]*）)?$/.test(cell.slice(label.length))

/** What stands in the cells that follow one labelled so. */
export const besideLabel = ({ rows }: ReadBack, label: string): readonly string[] =>
  rows.flatMap((row) => row.flatMap((cell, i) => (isLabel(cell, label) ? [row[i + 1] ?? ''] : [])))

/** The row that has these cells in this order, others between them. */
export const rowWith = ({ rows }: ReadBack, cells: readonly string[]): readonly string[] | undefined =>
  rows.find((row) => {
    let from = 0
    return cells.every((cell) => {
      const found = row.indexOf(cell, from)
      from = found + 1
      return found >= 0
    })
  })
