import type { Frame } from './book.ts'

/** What of a sheet decides how it stands on paper. */
export interface Printed {
  readonly widths: readonly number[]
  /** Columns that stand at the left of each page. */
  readonly repeated?: number
  /** Columns, from 0, before which a page may end well. */
  readonly starts?: readonly number[]
}

/** How a sheet stands on paper. */
export interface PrintPage {
  readonly paper: 'A4' | 'A3'
  readonly landscape: boolean
  /** In hundredths; a sheet of one page across that is made smaller is fitted to it by whoever prints it. */
  readonly scale: number
  readonly fits: boolean
  /** Columns, from 0, that begin a page. */
  readonly breaks: readonly number[]
}

/** Points that a half-width character of 宋体 11 takes, as columns are measured; of the type that stands in for it, 7. */
const perCharacter = 7
/** Margins of half an inch, and 0.7 inches above and below. */
const [around, aboveAndBelow] = [72, 101]
const papers = [
  { paper: 'A4', landscape: false, across: 595 - around, down: 842 - aboveAndBelow },
  { paper: 'A4', landscape: true, across: 842 - around, down: 595 - aboveAndBelow },
  { paper: 'A3', landscape: true, across: 1191 - around, down: 842 - aboveAndBelow },
] as const
const largest = papers[2]

/** The smallest type is 10 points, and is read at 8. */
const readable = 0.8
/** Programs measure columns a little differently. */
const slack = 0.97

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)
const scaleOf = (across: number, widths: readonly number[]) => (across * slack) / (sumOf(widths) * perCharacter)

/** Half-width characters across a page that can be read. */
const roomOn = (across: number) => (across * slack) / readable / perCharacter

/** A column that holds a credit code stays as it is; wider ones give up a fifth where a smaller paper holds them all then. */
const narrow = 22
const mostGiven = 0.78

/** The widths of a sheet of text, a little narrower where they fit on a page so. */
export const widthsForPaper = (widths: readonly number[]): readonly number[] => {
  const total = sumOf(widths)
  const wide = sumOf(widths.filter((width) => width > narrow))
  for (const { across } of papers) {
    const room = Math.floor(roomOn(across))
    if (total <= room) return widths
    const share = (wide - (total - room)) / wide
    if (share >= mostGiven)
      return widths.map((width) => (width > narrow ? Math.max(narrow, Math.floor(width * share)) : width))
  }
  return widths
}

/** Pages about equally full, none over `room`, that end where they end well if that leaves none much emptier. */
const breaksIn = ({ widths, repeated = 0, starts = [] }: Printed, room: number): readonly number[] => {
  const own = room - sumOf(widths.slice(0, repeated))
  const total = sumOf(widths.slice(repeated))
  const wanted = total / Math.ceil(total / own)
  const breaks: number[] = []
  let [from, filled] = [repeated, 0]
  for (let at = repeated; at < widths.length; at++) {
    const width = widths[at] ?? 0
    const isFull = filled + width > own
    const isWell = starts.includes(at) && filled > wanted * 0.7
    if (at > from && (isFull || isWell)) {
      const last = isWell ? at : (starts.findLast((one) => one < at && sumOf(widths.slice(from, one)) > own / 2) ?? at)
      breaks.push(last)
      from = last
      filled = sumOf(widths.slice(last, at))
    }
    filled += width
  }
  return breaks
}

/** The smallest paper on which a sheet can be read; on several pages side by side where there is none. */
export const printPage = (printed: Printed): PrintPage => {
  const { widths } = printed
  const found = papers.find(({ across }) => scaleOf(across, widths) >= readable)
  const { paper, landscape, across } = found ?? largest
  const scale = found ? Math.min(1, scaleOf(across, widths)) : readable
  return {
    paper,
    landscape,
    scale: Math.floor(scale * 100),
    fits: found !== undefined && scale < 1,
    breaks: found ? [] : breaksIn(printed, roomOn(across)),
  }
}

/** The same of a sheet, whose frozen columns are repeated. */
export const pageOf = ({ widths, frozen, starts }: Frame): PrintPage =>
  printPage({ widths, repeated: frozen?.columns ?? 0, ...(starts && { starts }) })

/** The points of rows that one page holds. */
export const pageHeight = (printed: Printed): number => {
  const { paper, landscape, scale } = printPage(printed)
  const found = papers.find((one) => one.paper === paper && one.landscape === landscape) ?? largest
  return (found.down * slack * 100) / scale
}
