import type { Profile } from '../layout/profile.ts'
import type { Xml } from '../xml/paragraph.ts'
import { type Area, areasOf, flowOf, type Piece } from './flow.ts'

/** Where a text stands when it is laid on pages. */
export interface Laid {
  /** The page of each heading, by its bookmark. */
  readonly headings: ReadonlyMap<string, number>
  /** The page on which it ends. */
  readonly last: number
}

/** What must stand on one page with the piece at `from`: all that stays with the next, and as much of the last. */
const chainFrom = (pieces: readonly Piece[], from: number): { readonly to: number; readonly height: number } => {
  let height = 0
  for (let i = from; ; i++) {
    const piece = pieces[i]
    if (!piece) return { to: i - 1, height }
    const isLast = !piece.keeps || piece.ends || (pieces[i + 1]?.breaks ?? true)
    if (isLast) return { to: i, height: height + Math.min(piece.height, piece.line ? 2 * piece.line : piece.height) }
    height += piece.height
  }
}

/**
 * The pages of a text, counted from `first`. Only Word knows for sure, and puts its own numbers in when the book is
 * opened; this is for whoever reads the file with something else.
 */
export const layPages = (body: Xml, profile: Profile, first: number): Laid => {
  const areas = areasOf(body, profile.page)
  const pieces = flowOf(body, profile, areas)
  const ownArea: Area = { width: profile.page.textWidth, height: profile.page.textHeight }
  const headings = new Map<string, number>()
  let [page, y, setUp, chained] = [first, 0, 0, -1]
  let { height: full } = areas[0] ?? ownArea
  const turn = (heads = 0) => {
    page += 1
    y = heads
  }
  /** Line by line, no single line left behind or sent ahead. */
  const pour = ({ height, line, heads }: Piece & { readonly line: number }) => {
    let left = height
    for (let room = full - y; left > room; room = full - y) {
      const lines = Math.min(Math.floor(room / line), Math.floor((left - 2 * line) / line))
      left -= lines >= 2 ? lines * line : 0
      if (lines < 2 && y <= heads) left -= Math.max(line, room)
      turn(heads)
    }
    y += Math.max(0, left)
  }
  const place = (piece: Piece) => {
    if (piece.line !== undefined && y + piece.height > full) return pour({ ...piece, line: piece.line })
    if (y + piece.height > full && y > piece.heads) turn(piece.heads)
    y += piece.height
    for (; y > full; y -= full) page += 1
  }
  pieces.forEach((piece, i) => {
    if (piece.breaks && y > 0) turn()
    if (i > chained) {
      const { to, height } = chainFrom(pieces, i)
      if (y > 0 && y + height > full && height <= full) turn(piece.heads)
      chained = to - 1
    }
    place(piece)
    if (piece.bookmark !== '') headings.set(piece.bookmark, page)
    if (!piece.ends) return
    setUp += 1
    turn()
    full = (areas[setUp] ?? ownArea).height
  })
  return { headings, last: page }
}
