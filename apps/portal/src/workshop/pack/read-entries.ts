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
  /** The same with the first row as an entry, if it was taken for the head. */
  readonly withHead?: Omit<ReadEntries, 'withHead'>
}

const isCode = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(text)
/** A code typed in full width is meant as a code; a title stays as the document has it, brackets and all. */
const asCode = (text: string): string => text.normalize('NFKC')

const cellsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.replace(/\s+/g, ' ').trim()))
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

const ofCodes = '(?:.{0,6}(?:代码|编码|编号|序号))'
const ofTitles =
  '(?:.{0,8}(?:名称|文字|选项|类别|类型|门类|大类|中类|小类)|[一二三四五]级(?:.{1,6})?|第[一二三四五]级|层级|省份|省|市|州|盟|县|区|旗|乡镇|街道)'
const headCell = new RegExp(
  `^(?:${ofCodes}|${ofTitles}(?:[（(][^（()）]{1,6}[）)])?(?:[、/／]${ofTitles}(?:[（(][^（()）]{1,6}[）)])?){0,4})$`,
)

const isHeadRow = (cells: readonly string[]) => cells.every((cell) => cell === '' || headCell.test(cell))

/** A first row that only says what the columns are, which no other row does. */
const isHead = (cells: readonly string[], rest: readonly (readonly string[])[]): boolean => {
  const isAgain = rest.some((other) => other.some((cell) => cell !== '' && cells.includes(cell)))
  return rest.length > 0 && !isAgain && isHeadRow(cells) && !rest.some(isHeadRow)
}

/** Cells that were copied from Excel, as entries: codes with titles, or titles level by level. */
export const readEntries = (text: string): ReadEntries => {
  const all = cellsOf(text)
  const [first = [], ...rest] = all
  const head = isHead(first, rest) ? first.filter((cell) => cell !== '') : undefined
  const rows = head ? rest : all
  const skipped = head ? `第一行“${head.join('、')}”是表头，没有算进去。` : ''
  const { entries, how } = readRows(rows)
  return { entries, how: `${how}${skipped}`, ...(head && { withHead: readRows(all) }) }
}

const readRows = (rows: readonly (readonly string[])[]): Omit<ReadEntries, 'withHead'> => {
  const codes = rows.map(([code = '']) => asCode(code))
  const isCoded =
    rows.every((cells) => cells.filter((cell) => cell !== '').length === 2) &&
    codes.every(isCode) &&
    new Set(codes).size === codes.length
  if (rows.length === 0) return { entries: [], how: '' }
  if (isCoded)
    return {
      entries: byCode(rows.map(([code = '', ...titles]) => [asCode(code), ...titles])),
      how: '第一列是代码，第二列是文字；代码以另一个代码开头的，放在它下面。',
    }
  const levels = Math.max(...rows.map((cells) => cells.filter((cell) => cell !== '').length))
  return {
    entries: byLevels(rows),
    how: levels > 1 ? `一列是一级，共 ${levels} 级；空格同上一行。代码自动编。` : '一行是一项。代码自动编。',
  }
}

export const countOf = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { children = [] }) => sum + 1 + countOf(children), 0)
