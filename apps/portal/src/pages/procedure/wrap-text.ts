// SVG does not break lines. Chinese characters and full-width signs are one em wide, Latin letters a little over half.
const emOf = (character: string) => (/[\u0020-\u02ff]/.test(character) ? 0.58 : 1)

/** How wide a text of this size is, in pixels; a guess that errs on the wide side. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + emOf(character) * size, 0)

/** What may not begin a line. */
const closing = /^[，。、；：！？）》”】〕]/

/** Breaks a text into lines no wider than this; Latin words and numbers stay whole where they fit. */
export const wrapText = (text: string, size: number, width: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.match(/[\u0021-\u02ff]+|./gu) ?? []) {
    const isOver = widthOf(line + word, size) > width && line !== '' && !closing.test(word)
    if (isOver) lines.push(line.trimEnd())
    line = isOver ? word.trimStart() : line + word
  }
  return line === '' ? lines : [...lines, line]
}
