import { type BookParts, bookParts } from './book-parts.ts'
import { putChanges } from './put-changes.ts'
import { type Rendered, renderDocx } from './render-docx.ts'

/** After so long without another book, pages that have more or less on them than before are broken anew. */
const restMs = 600

export interface BookView {
  /** Shows a book, or brings the one that is shown to what it is now. */
  show(bytes: Uint8Array): Promise<void>
  close(): void
}

type Shown = Rendered & { readonly parts: BookParts; readonly isSettled: boolean }

/**
 * A book that stays on the screen while it changes. Like Word, it shows a change where it stands at once, and moves what
 * follows to other pages when the typing rests.
 */
export const openBookView = (host: HTMLElement, onPages: (count: number) => void): BookView => {
  let shown: Shown | undefined
  let rest: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  const renderAll = async (bytes: Uint8Array, parts: BookParts) => {
    shown = { ...(await renderDocx(bytes, host, parts.body)), parts, isSettled: true }
    if (!isClosed) onPages(shown.pages)
  }

  const bring = async (bytes: Uint8Array) => {
    clearTimeout(rest)
    const parts = bookParts(bytes)
    const put = shown && (await putChanges(shown, shown.parts, parts))
    if (!shown || !put) return renderAll(bytes, parts)
    shown = { ...shown, parts, marks: put.marks, isSettled: shown.isSettled && put.isSettled }
    if (!shown.isSettled) rest = setTimeout(() => enqueue(() => renderAll(bytes, parts)), restMs)
  }

  // One at a time, in their order.
  let last = Promise.resolve()
  const enqueue = (work: () => Promise<void>): Promise<void> => {
    const done = last.then(() => (isClosed ? undefined : work()))
    last = done.catch(() => undefined)
    return done
  }

  return {
    show: (bytes) => enqueue(() => bring(bytes)),
    close: () => {
      isClosed = true
      clearTimeout(rest)
    },
  }
}
