/** Half-width characters that a text takes: a Chinese character counts two. */
export const displayWidth = (text: string): number => {
  let width = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // Half of a surrogate pair counts half of the two that the character takes.
    width += code > 0x2e7f && (code < 0xd800 || code > 0xdfff) ? 2 : 1
  }
  return width
}

const linesIn = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / Math.max(4, width - 2))), 0)

/** Points that a row needs for its texts, each with the width of its column. Excel allows 409. */
export const heightFor = (
  texts: readonly { readonly text: string; readonly width: number; readonly points: number }[],
  least = 22,
): number =>
  Math.min(
    400,
    texts.reduce(
      (most, { text, width, points }) => Math.max(most, linesIn(text, (width * 11) / points) * points * 1.4 + 6),
      least,
    ),
  )
