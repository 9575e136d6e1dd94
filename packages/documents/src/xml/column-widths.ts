/** Widths in proportion to what each column wants, that fill a width exactly. */
export const shared = (wanted: readonly number[], width: number): readonly number[] => {
  const sum = wanted.reduce((total, want) => total + want, 0)
  const ends = wanted.map((_, i) =>
    Math.round((wanted.slice(0, i + 1).reduce((total, want) => total + want, 0) / sum) * width),
  )
  return ends.map((end, i) => end - (ends[i - 1] ?? 0))
}

/** Widths that fill a width exactly: at least the least, and what is left over to those that want more. */
export const fitted = (least: readonly number[], wanted: readonly number[], width: number): readonly number[] => {
  const left = width - least.reduce((sum, one) => sum + one, 0)
  const more = wanted.map((want, i) => Math.max(0, want - (least[i] ?? 0)))
  const sum = more.reduce((total, one) => total + one, 0)
  if (left <= 0 || sum === 0) return shared(least, width)
  return shared(
    least.map((one, i) => one + ((more[i] ?? 0) * left) / sum),
    width,
  )
}
