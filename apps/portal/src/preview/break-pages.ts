/** Where one piece of the flow, a paragraph or a row of a table, lies on an endless page. */
interface Piece {
  readonly element: HTMLElement
  readonly top: number
  readonly bottom: number
  /** Of a row: its table. */
  readonly table?: HTMLTableElement
  /** Stays with the piece before it: a cell spans both rows, or that one is a heading. */
  readonly isJoined: boolean
}

const isTable = (element: Element): element is HTMLTableElement => element.localName === 'table'

const pieceOf = (element: HTMLElement, origin: number): Piece => {
  const { top, bottom } = element.getBoundingClientRect()
  return { element, top: top - origin, bottom: bottom - origin, isJoined: false }
}

const rowPieces = (table: HTMLTableElement, origin: number): readonly Piece[] => {
  let spanned = 0
  return [...table.rows].map((row) => {
    const isJoined = spanned > 0
    spanned = Math.max(spanned - 1, ...[...row.cells].map((cell) => cell.rowSpan - 1), 0)
    return { ...pieceOf(row, origin), table, isJoined }
  })
}

const isHeading = (piece: Piece | undefined) => /_heading\d/i.test(piece?.element.className ?? '')

const piecesOf = (article: HTMLElement, origin: number): readonly Piece[] =>
  [...article.children]
    .flatMap((child) =>
      isTable(child) ? rowPieces(child, origin) : child instanceof HTMLElement ? [pieceOf(child, origin)] : [],
    )
    .map((piece, i, pieces) => (isHeading(pieces[i - 1]) ? { ...piece, isJoined: true } : piece))

/** Indexes of the pieces that begin a new page. */
export const pageStarts = (
  pieces: readonly Pick<Piece, 'top' | 'bottom' | 'isJoined'>[],
  height: number,
): readonly number[] => {
  const starts: number[] = []
  let begin = 0
  let first = 0
  pieces.forEach((piece, i) => {
    if (piece.bottom - begin <= height + 0.5 || i === first) return
    let at = i
    while (at > first + 1 && pieces[at]?.isJoined) at -= 1
    starts.push(at)
    first = at
    begin = pieces[at]?.top ?? 0
  })
  return starts
}

export const emptyCopy = (element: HTMLElement, keep: (child: Element) => boolean): HTMLElement => {
  const copy = element.cloneNode(false) as HTMLElement // a clone of an HTMLElement is one
  copy.append(...[...element.children].filter(keep).map((child) => child.cloneNode(true)))
  return copy
}

/** Moves pieces to the end of an article, opening the same table again where they are its rows. */
const move = (pieces: readonly Piece[], into: HTMLElement) => {
  let open: { readonly from: HTMLTableElement; readonly copy: HTMLElement } | undefined
  for (const { element, table } of pieces) {
    if (!table) into.append(element)
    else if (table.rows[0] === element) into.append(table)
    else if (table.parentElement !== into || open?.from === table) {
      if (open?.from !== table) {
        open = { from: table, copy: emptyCopy(table, (child) => child.localName === 'colgroup') }
        into.append(open.copy)
      }
      open.copy.append(element)
    }
  }
}

const breakPage = (page: HTMLElement): number => {
  const article = page.querySelector<HTMLElement>(':scope > article')
  if (!article || page.querySelectorAll(':scope > article').length > 1) return 1
  const style = getComputedStyle(page)
  const height = parseFloat(style.minHeight) - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)
  const pieces = piecesOf(article, article.getBoundingClientRect().top)
  const starts = pageStarts(pieces, height)
  let after = page
  starts.forEach((start, i) => {
    const next = emptyCopy(page, (child) => child.localName === 'header' || child.localName === 'footer')
    const copy = emptyCopy(article, () => false)
    next.insertBefore(copy, next.querySelector(':scope > footer'))
    after.after(next)
    move(pieces.slice(start, starts[i + 1] ?? pieces.length), copy)
    after = next
  })
  return starts.length + 1
}

/**
 * Cuts the pages where paper would end. docx-preview breaks only where the file says so, and a Word file says nothing
 * of where its text overflows. Every place is measured before anything moves, so this costs one layout of each page.
 */
export const breakPages = (root: ShadowRoot): number =>
  [...root.querySelectorAll<HTMLElement>('section.docx')].reduce((count, page) => count + breakPage(page), 0)
