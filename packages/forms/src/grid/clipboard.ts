/**
 * The cells of a block that a spreadsheet puts on the clipboard: tabs between cells, line ends between rows, quotes
 * around cells that hold either. Undefined for a single cell, which is pasted like any text.
 */
export const blockOf = (text: string): readonly (readonly string[])[] | undefined => {
  const rows: string[][] = [['']]
  let quoted = false
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const put = (character: string) => {
    const row = rows.at(-1)
    if (row) row.push(`${row.pop() ?? ''}${character}`)
  }
  for (let i = 0; i < plain.length; i++) {
    const character = plain[i] ?? ''
    const cell = rows.at(-1)?.at(-1) ?? ''
    if (quoted && character === '"' && plain[i + 1] === '"') put(plain[i++] ?? '')
    else if (quoted && character === '"' && /^[\t\n]?$/.test(plain[i + 1] ?? '')) quoted = false
    else if (quoted) put(character)
    else if (character === '"' && cell === '' && closes(plain, i)) quoted = true
    else if (character === '\t') rows.at(-1)?.push('')
    else if (character === '\n') rows.push([''])
    else put(character)
  }
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : undefined
}

/** A cell that merely begins with a quotation mark is not a quoted cell. */
const closes = (text: string, from: number): boolean => /^"(?:[^"]|"")*"(?:[\t\n]|$)/.test(text.slice(from))
