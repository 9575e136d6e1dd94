const distance = (a: string, b: string): number => {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change))
    }
    previous = row
  }
  return previous[b.length] ?? 0
}

/** The name that was probably meant, or an empty text when none is near. */
export const nearest = (wrong: string, names: readonly string[]): string => {
  const plain = wrong.toLowerCase().slice(0, 60)
  const ranked = names.map((name) => ({ name, far: distance(plain, name.toLowerCase()) })).sort((a, b) => a.far - b.far)
  const [best] = ranked
  return best && best.far <= Math.max(2, Math.floor(plain.length / 3)) ? best.name : ''
}
