/** What a column must have, and what it would fill on one line. Prose takes any width in between; the rest do not. */
export interface ColumnNeed {
  readonly least: number
  readonly wanted: number
  readonly flows: boolean
  /** Less than this is crowded, if that is more than the least. */
  readonly easy?: number
}

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const stretched = (widths: readonly number[], width: number): readonly number[] => {
  const sum = sumOf(widths)
  return widths.map((one) => (one * width) / sum)
}

/** Whole numbers that fill the width; the widest column, of prose if there is any, takes what rounding left over. */
const whole = (widths: readonly number[], width: number, needs: readonly ColumnNeed[]): readonly number[] => {
  const floored = widths.map(Math.floor)
  const prose = widths.map((one, i) => (needs[i]?.flows ? one : 0))
  const takers = prose.some(Boolean) ? prose : widths
  const widest = takers.indexOf(Math.max(...takers))
  const over = width - sumOf(floored)
  return floored.map((one, i) => (i === widest ? one + over : one))
}

/** As much of what is wanted as fits: all texts then take about equally many lines, which keeps rows low. */
const filled = (needs: readonly ColumnNeed[], width: number): readonly number[] => {
  const at = (part: number) => needs.map(({ least, wanted }) => Math.max(least, Math.min(wanted, wanted * part)))
  let [low, high] = [0, 1]
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2
    if (sumOf(at(middle)) > width) high = middle
    else low = middle
  }
  return at(sumOf(at(1)) <= width ? 1 : low)
}

/** Prose on four lines is not crowded, nor is any that has three times its least. */
const comfortable = ({ least, wanted, flows }: ColumnNeed): number =>
  flows ? Math.max(least, Math.min(wanted / 4, least * 3)) : wanted

/** Short values stand on one line, or they take what they must have; nothing between is of use to them. */
const settled = (needs: readonly ColumnNeed[], width: number): readonly ColumnNeed[] => {
  const isRoomy = sumOf(needs.map(comfortable)) <= width
  return needs.map((need) => {
    if (need.flows) return need
    return isRoomy ? { ...need, least: need.wanted } : { ...need, wanted: need.least }
  })
}

/**
 * Whole widths that fill a width exactly. No column gets less than its least, provided that those fit together. Short
 * values come to stand on one line if that leaves prose uncrowded, and prose shares the rest by its length.
 */
export const columnWidths = (needs: readonly ColumnNeed[], width: number): readonly number[] => {
  const leasts = needs.map(({ least }) => least)
  if (sumOf(leasts) > width) return whole(stretched(leasts, width), width, needs)
  const widths = filled(settled(needs, width), width)
  // Less than a twip for each column is what the search leaves; more than that is room that nobody asked for.
  const isFull = sumOf(widths) >= width - widths.length
  return whole(isFull ? widths : stretched(widths, width), width, needs)
}
