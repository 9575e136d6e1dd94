/** An entry of a code list, as its file has it. */
export interface Entry {
  readonly code: string
  readonly title: string
  readonly other?: true
  readonly values?: Readonly<Record<string, number | string>>
  readonly children?: readonly Entry[]
  readonly was?: string
}

export interface ReadEntries {
  readonly entries: readonly Entry[]
  /** How the cells were understood, for the person to agree with. */
  readonly how: string
}

const isCode = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(text)

const cellsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.normalize('NFKC').replace(/\s+/g, ' ').trim()))
    .filter((cells) => cells.some((cell) => cell !== ''))

interface Growing {
  readonly code: string
  readonly title: string
  readonly children: Growing[]
}

const grown = ({ code, title, children }: Growing): Entry =>
  children.length > 0 ? { code, title, children: children.map(grown) } : { code, title }

/** A column of codes and one of titles. A code that begins with another is below it. */
const byCode = (rows: readonly (readonly string[])[]): readonly Entry[] => {
  const top: Growing[] = []
  const open: Growing[] = []
  for (const [code = '', title = ''] of rows) {
    const entry = { code, title: title || code, children: [] }
    while (open.length > 0 && !code.startsWith(open.at(-1)?.code ?? '')) open.pop()
    const holder = open.at(-1)?.children ?? top
    holder.push(entry)
    open.push(entry)
  }
  return top.map(grown)
}

/** A column for each level; an empty cell says the same as the one above it. */
const byLevels = (rows: readonly (readonly string[])[]): readonly Entry[] => {
  const top: Growing[] = []
  let above: readonly string[] = []
  for (const cells of rows) {
    const first = cells.findIndex((cell) => cell !== '')
    const titles = cells.map((cell, i) => (i < first ? (above[i] ?? '') : cell))
    above = titles
    let level = top
    let code = ''
    for (const title of titles) {
      if (title === '') break
      let found = level.find((one) => one.title === title)
      if (!found) {
        found = { code: `${code}${String(level.length + 1).padStart(2, '0')}`, title, children: [] }
        level.push(found)
      }
      code = found.code
      level = found.children
    }
  }
  return top.map(grown)
}

const withoutHead = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  /^(代码|编码|编号|序号)$/.test(rows[0]?.[0] ?? '') ? rows.slice(1) : rows

/** Cells that were copied from Excel, as entries: codes with titles, or titles level by level. */
export const readEntries = (text: string): ReadEntries => {
  const rows = withoutHead(cellsOf(text))
  const codes = rows.map(([code = '']) => code)
  const isCoded =
    rows.every((cells) => cells.filter((cell) => cell !== '').length === 2) &&
    codes.every(isCode) &&
    new Set(codes).size === codes.length
  if (rows.length === 0) return { entries: [], how: '' }
  if (isCoded) return { entries: byCode(rows), how: '第一列是代码，第二列是文字；代码以另一个代码开头的，放在它下面。' }
  const levels = Math.max(...rows.map((cells) => cells.filter((cell) => cell !== '').length))
  return {
    entries: byLevels(rows),
    how: levels > 1 ? `一列是一级，共 ${levels} 级；空格同上一行。代码自动编。` : '一行是一项。代码自动编。',
  }
}

export const countOf = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { children = [] }) => sum + 1 + countOf(children), 0)
