const pad = (n: number) => String(n).padStart(2, '0')

const parts = (iso: string): readonly [number, number, number | undefined] => {
  const [year = 0, month = 1, day] = iso.split('-').map(Number)
  return [year, month, day]
}

/** Moves a date or month; the last day of a shorter month stands in for a day that it lacks (1月31日 + 1 月 = 2月28日). */
export const addMonths = (iso: string, count: number): string => {
  const [year, month, day] = parts(iso)
  const index = year * 12 + (month - 1) + count
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  if (day === undefined) return `${y}-${pad(m)}`
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate()
  return `${y}-${pad(m)}-${pad(Math.min(day, last))}`
}

const utc = (iso: string): number => {
  const [year, month, day = 1] = parts(iso)
  return Date.UTC(year, month - 1, day)
}

export const addDays = (iso: string, count: number): string =>
  new Date(utc(iso) + count * 86_400_000).toISOString().slice(0, 10)

export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / 86_400_000)

/** Whole months from one date to the other. */
export const monthsBetween = (from: string, to: string): number => {
  const [y1, m1, d1 = 1] = parts(from)
  const [y2, m2, d2 = 1] = parts(to)
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0)
}

export const isIsoDate = (text: string): boolean =>
  /^\d{4}-\d{2}(-\d{2})?$/.test(text) && !Number.isNaN(utc(text)) && new Date(utc(text)).toISOString().startsWith(text)
