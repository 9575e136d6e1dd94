import { halvesOf } from './text-width.ts'

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const cannotStart = /^[-，。、；：？！）》”』」%]/
const cannotEnd = /[（《“『「]$/

/** A Latin word or number goes on across this place. */
const isInWord = (text: string, at: number) => /^[\w.,-]{2}/.test(text.slice(at - 1, at + 1))

/** Titles come again in every book, and what takes a text apart into words is dear and heavy. */
const known = new Map<string, readonly number[]>()
const mostKnown = 2000

const endsOf = (text: string): readonly number[] => {
  const ends = known.get(text) ?? findEnds(text)
  if (known.size >= mostKnown) known.clear()
  known.set(text, ends)
  return ends
}

/** Where a line may end: between words, not inside brackets. */
const findEnds = (text: string): readonly number[] => {
  let depth = 0
  const ends: number[] = []
  for (const { index, segment } of words.segment(text)) {
    const isApart =
      index > 1 && index < text.length - 1 && !cannotStart.test(segment) && !cannotEnd.test(text.slice(0, index))
    if (isApart && depth === 0) ends.push(index)
    depth += (segment.match(/（/g)?.length ?? 0) - (segment.match(/）/g)?.length ?? 0)
  }
  return ends
}

/** The end of the first of so many lines: the one nearest to an equal share, with room enough for the others. */
const endFor = (text: string, lines: number, room: number): number | undefined => {
  const least = halvesOf(text) - (lines - 1) * room
  const fits = (end: number) => {
    const halves = halvesOf(text.slice(0, end))
    return halves <= room && halves >= least
  }
  const distance = (end: number) => Math.abs(end - text.length / lines)
  return endsOf(text)
    .filter(fits)
    .toSorted((one, other) => distance(one) - distance(other))[0]
}

/** Of what is one piece: what opens with a bracket has a character less beside it than what closes with one. */
const shareOf = (text: string, lines: number): number =>
  /^[（《“『「]/.test(text) ? Math.max(2, Math.floor(text.length / lines)) : Math.ceil(text.length / lines)

/**
 * A short title on as few lines as `room`, in half characters, allows: about equally long, and broken between words
 * where that can be had. A single character is never left over.
 */
export const balancedLines = (text: string, room: number): readonly string[] => {
  const whole = halvesOf(text)
  const lines = Math.ceil(whole / Math.max(room, 4))
  if (lines <= 1) return [text]
  const best = endFor(text, lines, room) ?? endFor(text, lines + 1, room) ?? shareOf(text, lines)
  if (isInWord(text, best)) return [text]
  return [text.slice(0, best), ...balancedLines(text.slice(best), room)]
}
