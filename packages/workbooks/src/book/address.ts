const names: string[] = []

/** 1 → A, 27 → AA. */
export const columnName = (column: number): string => {
  const known = names[column]
  if (known !== undefined) return known
  const made =
    column <= 26
      ? String.fromCharCode(64 + column)
      : columnName(Math.floor((column - 1) / 26)) + columnName(((column - 1) % 26) + 1)
  names[column] = made
  return made
}

/** C5, counted from 1. */
export const cellName = (row: number, column: number): string => `${columnName(column)}${row}`

/** C5 or $C$5 → its row and column. Row 0 if it is no address. */
export const addressOf = (name: string): { readonly row: number; readonly column: number } => {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(name)
  const column = [...(match?.[1] ?? '').toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(match?.[2] ?? 0), column }
}

/** The name as it stands before the `!` of a reference. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`

/** A sheet's name that Excel accepts and that no other sheet has (names differ by more than case). */
export const sheetNamer = () => {
  const taken = new Set<string>()
  return (wanted: string): string => {
    const plain =
      wanted
        .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
        .replace(/^'+|'+$/g, '')
        .replace(/\s+/g, ' ')
        .trim()
        .toWellFormed() || '工作表'
    for (let n = 1; ; n++) {
      const mark = n === 1 ? '' : `（${n}）`
      const name =
        plain
          .slice(0, 31 - mark.length)
          .toWellFormed()
          .replaceAll('\uFFFD', '')
          .trim() + mark
      if (taken.has(name.toLowerCase()) || name.toLowerCase() === 'history') continue
      taken.add(name.toLowerCase())
      return name
    }
  }
}
