import { type ReactNode, useEffect, useId, useRef } from 'react'

interface DialogProps {
  readonly title: string
  readonly children: ReactNode
  /** Buttons, the main one last. */
  readonly actions: ReactNode
  readonly onClose: () => void
  readonly wide?: boolean
  /** Takes the whole window, with the actions at the top. */
  readonly full?: boolean
}

/** A modal dialog of the browser's own: it keeps the focus, Esc closes it, and the focus goes back where it was, or to the page. */
export function Dialog({ title, children, actions, onClose, wide = false, full = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const opener = document.activeElement
    const shown = dialog.current
    if (shown && !shown.open) shown.showModal()
    return () => {
      shown?.close()
      // What opened it may have gone with what was done.
      const back = opener?.isConnected ? opener : document.getElementById('main')
      if (back instanceof HTMLElement) back.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={full ? 'dialog dialog-full' : wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={heading}>{title}</h2>
      <div className="dialog-body">{children}</div>
      <div className="dialog-actions">{actions}</div>
    </dialog>
  )
}
