import { Decimal } from 'decimal.js'

/** Exact decimal arithmetic, half-up, wide enough for any sum of amounts. */
export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 30 })
export type Exact = Decimal

/** 1.005 → 1.01 at two places. */
export const roundHalfUp = (value: number | string, places: number): number =>
  new Exact(value).toDecimalPlaces(places).toNumber()

/** How many decimal places a number is written with. */
export const placesOfNumber = (value: number): number => {
  if (Number.isInteger(value)) return 0
  // A decimal would say the same, and read the digits one by one.
  const plain = /^-?\d+\.(\d+)$/.exec(String(value))
  return plain?.[1]?.length ?? new Exact(value).decimalPlaces()
}

/** As toFixed, but decimal. Most amounts are written with no more places than asked for, and need only zeros. */
const fixed = (value: number | string, places: number): string => {
  const written = /^(-?\d+)(?:\.(\d+))?$/.exec(String(value))
  const fraction = written?.[2] ?? ''
  if (!written || fraction.length > places) return new Exact(value).toFixed(places)
  return places === 0 ? `${written[1]}` : `${written[1]}.${fraction.padEnd(places, '0')}`
}

/** 1234567.5 at two places → 1,234,567.50 */
export const grouped = (value: number | string, places: number): string => {
  const [whole = '', fraction] = fixed(value, places).split('.')
  const grouped = whole.length < 4 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/**
 * A number as people type it: full-width digits, thousands separators, spaces, a trailing unit.
 * Undefined if it is not one.
 */
export const parseNumber = (text: string, unit = ''): number | undefined => {
  const plain = text
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replace(/[\s,，]/g, '')
    .replace(/^([+-]?)[¥￥]/, '$1')
  const digits = unit && plain.endsWith(unit) ? plain.slice(0, -unit.length) : plain
  if (!isDigits(digits)) return inMagnitudes(plain, unit)
  const value = Number(digits)
  return Number.isFinite(value) ? value : undefined
}

const isDigits = (text: string) => /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text)

const magnitudes: Readonly<Record<string, number>> = { 元: 1, 万元: 1e4, 亿元: 1e8, 万: 1e4, 亿: 1e8 }

/** 12万 where 元 are asked for is 120000, and where 万元 are asked for 12. */
const inMagnitudes = (plain: string, unit: string): number | undefined => {
  const match = /^(.*?)(万元|亿元|万|亿|元)$/.exec(unit && !magnitudes[unit] ? plain.replace(unit, '') : plain)
  const [, digits = '', suffix = ''] = match ?? []
  if (!isDigits(digits) || (suffix.endsWith('元') && !magnitudes[unit])) return undefined
  return new Exact(digits)
    .times(magnitudes[suffix] ?? 1)
    .dividedBy(magnitudes[unit] ?? 1)
    .toNumber()
}
