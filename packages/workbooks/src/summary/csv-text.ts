import type { Value } from './source.ts'

// What a spreadsheet would take for a formula, full-width signs included: Excel reads them so in East Asian versions.
const formulaLike = /^[=+\-@\t\r\n＝＋－＠]/
const quoted = /[",\r\n]|^\s|\s$/

/** One field of RFC 4180. A text that would turn into a formula gets an apostrophe before it; numbers stay numbers. */
export const csvField = (value: Exclude<Value, null>): string => {
  if (value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const safe = formulaLike.test(value) ? `'${value}` : value
  return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (values: readonly Exclude<Value, null>[]): string => {
  let line = ''
  for (let i = 0; i < values.length; i++) line += i === 0 ? csvField(values[i]) : `,${csvField(values[i])}`
  return `${line}\r\n`
}
