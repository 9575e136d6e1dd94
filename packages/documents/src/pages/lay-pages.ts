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

/** The height that must stand on one page: all pieces that stay with the next, and as much of the last. */
const heightOf = (chain: readonly Piece[]): number =>
  chain.reduce((sum, { height, line }, i) => {
    const isLast = i === chain.length - 1
    return sum + (isLast && line !== undefined ? Math.min(height, 2 * line) : height)
  }, 0)

/**
 * The pages of a text, counted from `first`. Only Word knows for sure, and puts its own numbers in when the book is
 * opened; this is for whoever reads the file with something else.
 */
export const layPages = (body: Xml, profile: Profile, first: number): Laid => {
  const areas = areasOf(body, profile.page)
  const ownArea: Area = { width: profile.page.textWidth, height: profile.page.textHeight }
  const headings = new Map<string, number>()
  let [page, y, setUp] = [first, 0, 0]
  let chain: Piece[] = []
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
  const stand = (piece: Piece) => {
    place(piece)
    if (piece.bookmark !== '') headings.set(piece.bookmark, page)
    if (!piece.ends) return
    setUp += 1
    turn()
    full = (areas[setUp] ?? ownArea).height
  }
  const settle = () => {
    const [opening] = chain
    const height = heightOf(chain)
    if (opening?.breaks && y > 0) turn()
    else if (opening && y > 0 && y + height > full && height <= full) turn(opening.heads)
    chain.forEach(stand)
    chain = []
  }
  flowOf(body, profile, areas, (piece) => {
    if (piece.breaks) settle()
    chain.push(piece)
    if (!piece.keeps || piece.ends) settle()
  })
  settle()
  return { headings, last: page }
}
