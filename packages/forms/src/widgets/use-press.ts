import { useEffect, useState } from 'react'

/**
 * Puts off what may move the page until a pointer that is held down has been let go: pressing a button takes the focus
 * from a field, and if that made lines appear or cells shrink, the button would slip away from under the press.
 */
export const usePress = (): ((act: () => void) => void) => {
  const [{ listen, after }] = useState(createPress)
  useEffect(listen, [listen])
  return after
}

const createPress = () => {
  let isHeld = false
  let acts: (() => void)[] = []
  const run = () => {
    const due = acts
    acts = []
    for (const act of due) act()
  }
  const hold = () => {
    isHeld = true
  }
  const release = () => {
    isHeld = false
    // The click comes in the same task as the release.
    if (acts.length > 0) setTimeout(run)
  }
  return {
    after: (act: () => void) => {
      // A key may come between the release and what was put off for it: nothing overtakes what came before it.
      if (isHeld || acts.length > 0) acts.push(act)
      else act()
    },
    listen: () => {
      const controller = new AbortController()
      const options = { capture: true, signal: controller.signal }
      window.addEventListener('pointerdown', hold, options)
      for (const end of ['pointerup', 'pointercancel', 'dragend']) window.addEventListener(end, release, options)
      return () => {
        controller.abort()
        isHeld = false
        run()
      }
    },
  }
}
