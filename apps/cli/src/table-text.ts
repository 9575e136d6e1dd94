/** Columns on a terminal: a Chinese character takes two. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character)
        ? 2
        : 1),
    0,
  )

const padded = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)))

const plain = (text: string) => text.replace(/\p{Cc}+/gu, ' ')

/** Lines of a table for a terminal; the last column is as wide as it needs to be. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => {
  const all = [head, ...rows].map((row) => row.map(plain))
  const widths = head.map((_, i) => Math.max(...all.map((row) => widthOf(row[i] ?? ''))))
  const line = (row: readonly string[]) =>
    `  ${row.map((cell, i) => (i === head.length - 1 ? cell : padded(cell, widths[i] ?? 0))).join('  ')}`.trimEnd()
  return all.map(line)
}
