// A sheet is read as bytes: it is most of a workbook, and making one string of it takes as long as all the rest.

export const byte = { quote: 34, apostrophe: 39, ampersand: 38, slash: 47, less: 60, equals: 61, greater: 62 } as const

/** Where a byte stands next; -1 where it does not. */
export const seek = (bytes: Uint8Array, wanted: number, from: number): number => {
  for (let at = from; at < bytes.length; at++) if (bytes[at] === wanted) return at
  return -1
}

/** Whether a word of plain letters stands there. */
export const stands = (bytes: Uint8Array, word: string, at: number): boolean => {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false
  return true
}

const isSpace = (code: number | undefined) => code === 32 || code === 9 || code === 10 || code === 13

/** Whether the name of an element ends there. */
export const isNameEnd = (code: number | undefined) => isSpace(code) || code === byte.greater || code === byte.slash

/** Where the values of the attributes that matter start: a row's or cell's `r`, `s` and `t`. 0 for one that is not there. */
export interface Tag {
  r: number
  s: number
  t: number
}

const [letterR, letterS, letterT] = [114, 115, 116]

/**
 * Reads a start tag from behind its name on. Gives the place of its `>`, or -1 where the text breaks off. Looks at every
 * byte once: an end that is missing is not looked for again and again.
 */
export const scanTag = (bytes: Uint8Array, from: number, tag: Tag): number => {
  tag.r = 0
  tag.s = 0
  tag.t = 0
  for (let at = from; at < bytes.length; at++) {
    const code = bytes[at]
    if (code === byte.greater) return at
    if (code !== byte.equals) continue
    const mark = bytes[at + 1]
    if (mark !== byte.quote && mark !== byte.apostrophe) continue
    if (isSpace(bytes[at - 2])) {
      const letter = bytes[at - 1]
      if (letter === letterR) tag.r = at + 2
      else if (letter === letterS) tag.s = at + 2
      else if (letter === letterT) tag.t = at + 2
    }
    at = seek(bytes, mark, at + 2)
    if (at < 0) return -1
  }
  return -1
}

/** The whole number whose digits start there; 0 where none do. */
export const wholeAt = (bytes: Uint8Array, from: number): number => {
  let value = 0
  for (let at = from; at < from + 8; at++) {
    const digit = (bytes[at] ?? 0) - 48
    if (digit < 0 || digit > 9) break
    value = value * 10 + digit
  }
  return value
}

/** The number between two places, if it is written in no more digits than are exact; NaN for what takes a closer look. */
export const plainNumber = (bytes: Uint8Array, from: number, end: number): number => {
  const isNegative = bytes[from] === 45
  let [value, digits, scale] = [0, 0, 0]
  for (let at = isNegative ? from + 1 : from; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 48
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit
      scale *= 10
      digits++
    } else if (digit === -2 && scale === 0) scale = 1
    else return Number.NaN
  }
  if (digits === 0 || digits > 15) return Number.NaN
  // One division of two exact numbers is rounded once, as reading the text would be.
  const size = scale > 1 ? value / scale : value
  return isNegative ? -size : size
}
