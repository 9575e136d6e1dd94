/** A list in which two items have changed places; as it was where there is no such place. */
export const swapped = <T>(items: readonly T[], i: number, j: number): readonly T[] => {
  const [one, other] = [items[i], items[j]]
  return one === undefined || other === undefined ? items : items.with(i, other).with(j, one)
}
