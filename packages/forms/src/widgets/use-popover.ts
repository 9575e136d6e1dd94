import { type RefObject, useLayoutEffect, useRef } from 'react'

const gap = 4

/** Below the anchor, or above it when there is more room. Set through the CSSOM, which a strict policy allows. */
const place = (layer: HTMLElement, anchor: HTMLElement) => {
  const box = anchor.getBoundingClientRect()
  const below = window.innerHeight - box.bottom - gap
  const isAbove = below < Math.min(layer.scrollHeight, 240) && box.top > below
  const room = Math.max(96, (isAbove ? box.top - gap : below) - 8)
  layer.style.left = `${Math.min(box.left, Math.max(8, window.innerWidth - layer.offsetWidth - 8))}px`
  layer.style.minWidth = `${box.width}px`
  layer.style.maxHeight = `${Math.min(room, 360)}px`
  layer.style.top = isAbove ? 'auto' : `${box.bottom + gap}px`
  layer.style.bottom = isAbove ? `${window.innerHeight - box.top + gap}px` : 'auto'
}

/** Keeps a layer with `popover="manual"` in the top layer beside its anchor, so that no scrolling table cuts it off. */
export const usePopover = (anchor: RefObject<HTMLElement | null>, isOpen: boolean) => {
  const layer = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const [shown, beside] = [layer.current, anchor.current]
    if (!isOpen || !shown || !beside) return
    shown.showPopover?.()
    const follow = () => place(shown, beside)
    follow()
    window.addEventListener('scroll', follow, { capture: true, passive: true })
    window.addEventListener('resize', follow)
    return () => {
      window.removeEventListener('scroll', follow, { capture: true })
      window.removeEventListener('resize', follow)
    }
  }, [isOpen, anchor])
  return layer
}
