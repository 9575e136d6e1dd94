import type { Json } from '@policyforms/core'
import { useEffect, useLayoutEffect, useState } from 'react'
import { useFilling } from '../store/context.ts'
import type { Keys } from '../store/place.ts'
import { typedText } from './typed-text.ts'

export interface Reading {
  /** The value of a text, or undefined when it says nothing. */
  readonly read: (text: string) => Json | undefined
  /** The text of a value. When the control is in use, as it is best edited. */
  readonly show: (value: Json | undefined, inUse: boolean) => string
  readonly onText?: (text: string) => void
}

/** The properties that make an input or textarea hold the answer at a place. The control must be uncontrolled. */
export const useTypedText = (keys: Keys, value: Json | undefined, reading: Reading) => {
  const { store } = useFilling()
  // The port lives as long as the control; it looks through this box at what the last render gave.
  const [box] = useState(() => ({ keys, value, reading }))
  const [typed] = useState(() =>
    typedText({
      write: (text) => store.set(box.keys, box.reading.read(text)),
      read: (inUse) => box.reading.show(store.answerAt(box.keys), inUse),
      onText: (text) => box.reading.onText?.(text),
    }),
  )
  useLayoutEffect(() => {
    box.reading = reading
    box.keys = keys
    typed.refresh()
  })
  useEffect(() => store.register({ keys: box.keys, commit: typed.commit, isInUse: typed.isInUse }), [store, typed, box])
  return { ref: typed.attach, ...typed.events }
}
