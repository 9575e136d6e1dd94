import { type ReactNode, useEffect, useRef } from 'react'

/** A few more actions behind one word. Choosing one, Esc, or leaving it closes it. */
export function Menu({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const details = menu.current
      if (!details?.open) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return
        details.querySelector('summary')?.focus()
      } else if (event.target instanceof Node && details.querySelector('summary')?.contains(event.target)) return
      else if (event.type !== 'click' && event.target instanceof Node && details.contains(event.target)) return
      details.open = false
    }
    const events = ['click', 'focusin', 'keydown'] as const
    for (const name of events) document.addEventListener(name, close)
    // A preview in a frame has a document of its own, from which nothing is heard but that it was gone to.
    const leave = () => {
      if (menu.current && document.activeElement instanceof HTMLIFrameElement) menu.current.open = false
    }
    window.addEventListener('blur', leave)
    return () => {
      for (const name of events) document.removeEventListener(name, close)
      window.removeEventListener('blur', leave)
    }
  }, [])
  return (
    <details className="menu" ref={menu}>
      <summary className="button">{label}</summary>
      <div className="menu-items">{children}</div>
    </details>
  )
}
