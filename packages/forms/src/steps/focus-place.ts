import { keysOf, type Pointer, pointerOf } from '@policyforms/core'
import { idOf } from '../widgets/widget.ts'

const focusable = 'input:not([type=file]):not([tabindex="-1"]),select,textarea,button,[tabindex]'

const reach = (element: HTMLElement) => {
  const isControl = element.matches('input,select,textarea,button,td,output')
  const target = isControl ? element : (element.querySelector<HTMLElement>(focusable) ?? element)
  target.focus({ preventScroll: true })
  target.scrollIntoView({ block: 'center' })
}

/** Puts the focus at a place, or at the nearest place above it that is on the page. */
export const focusPlace = (place: Pointer): boolean => {
  const keys = keysOf(place)
  for (let length = keys.length; length > 0; length--) {
    const element = document.getElementById(idOf(pointerOf(keys.slice(0, length))))
    if (!element) continue
    reach(element)
    return true
  }
  return false
}
