import { chineseNumber } from '../numbers/chinese.ts'

const forms: readonly ((count: number) => string)[] = [
  (count) => `${chineseNumber(count)}、`,
  (count) => `（${chineseNumber(count)}）`,
  (count) => `${count}.`,
  (count) => `（${count}）`,
]

/** Counts headings in the order of the document. A level starts anew under each heading above it, unless it continues. */
export const headingCounter = (continued: readonly number[]) => {
  const counts = [0, 0, 0, 0]
  return (level: number): string => {
    const index = level - 1
    counts[index] = (counts[index] ?? 0) + 1
    for (let below = level + 1; below <= counts.length; below++) if (!continued.includes(below)) counts[below - 1] = 0
    return forms[index]?.(counts[index] ?? 1) ?? ''
  }
}
