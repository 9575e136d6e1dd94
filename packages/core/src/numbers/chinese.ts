const digits = '零一二三四五六七八九'
const units = ['', '十', '百', '千']

/** 1 → 一, 12 → 十二, 105 → 一百零五. For numbers of headings, below 10,000. */
export const chineseNumber = (value: number): string => {
  const places = [...String(value)].map(Number)
  const text = places
    .map((digit, i) => (digit === 0 ? '零' : `${digits[digit]}${units[places.length - 1 - i]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/(?!^)零$/, '')
  return text.replace(/^一十/, '十')
}

/** The cover's style: 2020-09 → 二〇二〇年九月, 2020-09-09 → 二〇二〇年九月九日. */
export const chineseDate = (iso: string): string => {
  const [year = '', month, day] = iso.split('-')
  const years = [...year].map((digit) => (digit === '0' ? '〇' : digits[Number(digit)])).join('')
  return `${years}年${month ? `${chineseNumber(Number(month))}月` : ''}${day ? `${chineseNumber(Number(day))}日` : ''}`
}
