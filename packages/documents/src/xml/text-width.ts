/** A Chinese character is two halves wide; a digit or a small Latin letter is about one. */
const halvesOfCode = (code: number): number => {
  if (code >= 0x2000) return 2
  return code >= 65 && code <= 90 ? 1.5 : 1
}

const isIdeograph = (code: number) => code >= 0x3400 && code <= 0x9fff
const isWordCode = (code: number) => code < 0x2000 && code > 32

/** Readers leave a quarter of a character between Chinese and Latin. */
const gapBetween = (before: number, code: number): number =>
  (isIdeograph(before) && isWordCode(code)) || (isWordCode(before) && isIdeograph(code)) ? 0.5 : 0

/** How wide a text is on one line, in half characters. */
export const halvesOf = (text: string): number => {
  let halves = 0
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    halves += halvesOfCode(code) + gapBetween(before, code)
    before = code
  }
  return halves
}

/** The widest piece of a text that no reader breaks: a Latin word, a number, a Chinese character. */
export const widestPiece = (text: string): number => {
  let widest = 0
  let piece = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const halves = halvesOfCode(code)
    piece = isWordCode(code) ? piece + halves : 0
    widest = Math.max(widest, piece, halves)
    if (code === 45) piece = 0
  }
  return widest
}
