import { type Call, type Option, textOf, wrongCall } from './command.ts'

const local = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toJSON()?.startsWith(text)

export const todayOption: Option = { type: 'string', value: 'YYYY-MM-DD', about: '按哪一天检查和打印，默认今天' }

/** The day that rules take for today: the local one, or the one that the call names. */
export const todayOf = (call: Call): string => {
  const text = textOf(call, 'today')
  if (text !== undefined && !isDay(text)) throw wrongCall(`--today ${text} 不对，请写日期，如 --today 2024-03-05。`)
  return text ?? local(new Date())
}
