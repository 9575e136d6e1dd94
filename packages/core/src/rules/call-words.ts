import { isIsoDate } from './calendar.ts'

export type Calls = Readonly<Record<string, (...args: readonly string[]) => string>>

/** 2024-03-31 → 2024年3月31日. What is no date stays. */
const dayOf = (iso: string): string => {
  if (!isIsoDate(iso) || iso.length !== 10) return iso
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

const joined = (...parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join('、')}和${parts.at(-1)}`

/** What calls of functions are called, from the words for what they are given. */
export const callNames: Calls = {
  today: () => '今天',
  date: (day = '') => dayOf(day),
  given: (of = '') => `已有${of}`,
  blank: (of = '') => `没有${of}`,
  orZero: (of = '') => of,
  year: (of = '') => `${of}的年份`,
  month: (of = '') => `${of}的月份`,
  addDays: (of = '', n = '') => `${of}起${n}天`,
  addMonths: (of = '', n = '') => `${of}起${n}个月`,
  addYears: (of = '', n = '') => `${of}起${n}年`,
  days: (from = '', to = '') => `从${from}到${to}的天数`,
  months: (from = '', to = '') => `从${from}到${to}的整月数`,
  sum: (...of) => `${joined(...of)}的合计`,
  min: (...of) => `${joined(...of)}中最小的`,
  max: (...of) => `${joined(...of)}中最大的`,
  average: (...of) => `${joined(...of)}的平均`,
  count: (of = '') => `${of}的行数`,
  size: (of = '') => `${of}的个数`,
  round: (of = '', places = '') => `${of}（四舍五入到 ${places} 位小数）`,
  floor: (of = '') => `${of}（舍去小数）`,
  ceil: (of = '') => `${of}（有小数就进一）`,
  abs: (of = '') => `${of}的绝对值`,
  contains: (of = '', part = '') => `${of}含有${part}`,
  startsWith: (of = '', part = '') => `${of}以${part}开头`,
  endsWith: (of = '', part = '') => `${of}以${part}结尾`,
  matches: (of = '') => `${of}符合规定的格式`,
  unique: (of = '') => `${of}没有重复`,
  text: (of = '') => of,
  rows: (of = '') => `${of}的各行`,
}

/** Calls that give a day, and those that give an amount: what is held against them is worded accordingly. */
export const dateCalls: ReadonlySet<string> = new Set(['today', 'date', 'addDays', 'addMonths', 'addYears'])
export const numberCalls: ReadonlySet<string> = new Set([
  ...['sum', 'min', 'max', 'average', 'count', 'size', 'round', 'floor', 'ceil', 'abs', 'orZero'],
  ...['days', 'months'],
])
