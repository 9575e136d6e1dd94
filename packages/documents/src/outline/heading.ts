/** A heading as a Chinese document numbers it. Of two, the one with the lower rank is the outer one. */
export interface Heading {
  readonly rank: number
  readonly title: string
}

const digits = '一二三四五六七八九十百零〇'
const styles: readonly (readonly [number, RegExp])[] = [
  [10, new RegExp(`^第[${digits}\\d]+[部篇章]分?[\\s、.．:：]*`)],
  [11, new RegExp(`^第[${digits}\\d]+节[\\s、.．:：]*`)],
  [12, new RegExp(`^第[${digits}\\d]+条[\\s、.．:：]*`)],
  [20, new RegExp(`^[${digits}]+[、.．,，]\\s*`)],
  [21, new RegExp(`^[（(]\\s*[${digits}]+\\s*[）)][\\s、.．]*`)],
  [32, /^\d+[.．]\d+[.．]\d+[\s、.．]*(?=\D)/],
  [31, /^\d+[.．]\d+[\s、.．]+/],
  [31, /^\d+[.．]\d+(?=[\u4e00-\u9fff])(?![万亿千百元个项件人年月日倍台家次])/],
  [30, /^\d{1,2}[.．、](?!\d)\s*/],
  [40, /^[（(]\s*\d{1,2}\s*[）)][\s、.．]*/],
  [40, /^\d{1,2}[）)]\s*/],
  [50, /^[①-⑳][\s、.．]*/],
]

/** The heading that a paragraph begins with, whatever comes after its number. */
export const headingOf = (text: string): Heading | undefined => {
  for (const [rank, pattern] of styles) {
    const match = pattern.exec(text)
    if (match) return { rank, title: text.slice(match[0].length).trim() }
  }
  return undefined
}

/** The text without any number before it. */
export const unnumbered = (text: string): string => headingOf(text)?.title ?? text

/** 表2-1  人员备案表: the number and the name of a table that is called by a line above it. */
export const captionOf = (text: string): { readonly number: string; readonly title: string } | undefined => {
  const [, number, title] =
    /^(表\s*[\d一二三四五六七八九十]+(?:[-—－.．]\d+)*)[\s、:：.．]+(\S.{0,38})$/.exec(text.trim()) ?? []
  return number && title && !/[。；]$/.test(title) ? { number: number.replace(/\s/g, ''), title } : undefined
}
