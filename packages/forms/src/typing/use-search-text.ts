import { type ChangeEvent, type CompositionEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useFilling } from '../store/context.ts'
import type { Keys } from '../store/place.ts'

type On = ChangeEvent<HTMLInputElement> | CompositionEvent<HTMLInputElement>

/**
 * Text that a list is searched with. Whoever saves before an option is chosen saves the text: it may be all that the
 * person meant to say, and nothing that is typed is lost.
 */
export const useSearchText = (keys: Keys, write: (text: string) => void) => {
  const { store } = useFilling()
  const [typed, setTyped] = useState<string>()
  const isComposing = useRef(false)
  // Without what an input method still composes.
  const stable = useRef<string>(undefined)
  const put = (text: string | undefined) => {
    stable.current = text
    setTyped(text)
  }
  const commit = () => {
    const text = stable.current
    stable.current = undefined
    // New text in the control would break the composition off.
    if (!isComposing.current) setTyped(undefined)
    if (text !== undefined) write(text)
  }
  const latest = useRef(commit)
  useLayoutEffect(() => {
    latest.current = commit
  })
  useEffect(() => {
    const isInUse = () => stable.current !== undefined
    return store.register({ keys, commit: () => isInUse() && latest.current(), isInUse })
  }, [store, keys])
  const take = ({ currentTarget, nativeEvent }: On) => {
    setTyped(currentTarget.value)
    isComposing.current = nativeEvent instanceof InputEvent && nativeEvent.isComposing
    if (!isComposing.current) stable.current = currentTarget.value
  }
  return { typed, put, commit, take }
}
