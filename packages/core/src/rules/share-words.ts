import type { BinaryOperator, Term } from './expression.ts'

type Binary = Extract<Term, { op: 'binary' }>
type Words = string | undefined
/** Says a part that is named or worked out. */
type Say = (term: Term) => Words

const both = (one: Words, other: Words, join: (one: string, other: string) => string): Words =>
  one === undefined || other === undefined ? undefined : join(one, other)

const numberIn = (term: Term): number | undefined =>
  term.op === 'literal' && term.type === 'number' ? Number(term.value) : undefined

const bounds: Readonly<Partial<Record<BinaryOperator, string>>> = { '<=': '不超过', '>=': '不少于' }

/** What is held against a part of something else, or a multiple of it: 不少于 30%, 不超过三分之一. */
export const shareWords = (term: Binary, say: Say): Words =>
  percentOf(term, say) ?? fractionOf(term, say) ?? partOf(term, say)

/** A hundred times a part against some times another: 不少于 30%. */
const percentOf = ({ operator, left, right }: Binary, say: Say): Words => {
  const sign = bounds[operator]
  if (!sign || left.op !== 'binary' || left.operator !== '*' || numberIn(left.right) !== 100) return undefined
  const percent = right.op === 'binary' && right.operator === '*' ? numberIn(right.right) : undefined
  if (percent === undefined || right.op !== 'binary') return undefined
  return both(say(left.left), say(right.left), (a, b) => `${a}${sign}${b}的${percent}%`)
}

/** A part times a whole number is held against another: 不超过三分之一, 不超过 3 倍. */
const fractionOf = ({ operator, left, right }: Binary, say: Say): Words => {
  const sign = bounds[operator]
  const [share, multiple] = [timesOf(left), timesOf(right)]
  const times = share ?? multiple
  if (!sign || !times || (share && multiple)) return undefined
  const [one, other] = share ? [share.of, right] : [left, times.of]
  return both(say(one), say(other), (one, other) =>
    share ? `${one}${sign}${other}的${fractionName(times.by)}` : `${one}${sign}${other}的 ${times.by} 倍`,
  )
}

const timesOf = (term: Term): { readonly of: Term; readonly by: number } | undefined => {
  if (term.op !== 'binary' || term.operator !== '*') return undefined
  const by = numberIn(term.right)
  return by !== undefined && Number.isInteger(by) && by > 1 && by <= 10 ? { of: term.left, by } : undefined
}

const fractionName = (by: number): string => (by === 2 ? '一半' : `${'  二三四五六七八九十'[by]}分之一`)

/** 0.3 of something is thirty percent of it. */
const partOf = ({ operator, left, right }: Binary, say: Say): Words => {
  const by = operator === '*' ? numberIn(right) : undefined
  const of = by === undefined || by <= 0 || by >= 1 ? undefined : say(left)
  return of === undefined ? undefined : `${of}的${Number(((by ?? 0) * 100).toPrecision(12))}%`
}
