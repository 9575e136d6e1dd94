import type { Template } from '@policyforms/core'
import { useEffect, useState } from 'react'
import type { ExampleFile } from '../model/examples.ts'
import type { TryRequest, TryResults } from './try-messages.ts'

interface Of<T> {
  readonly value: T | undefined
  readonly isUpdating: boolean
}

const restMs = 300

/** What the thread finds for the template and examples of now. A newer question ends the one before. */
export const useTried = <K extends 'bench' | 'edges'>(
  what: K,
  template: Template | undefined,
  examples: readonly ExampleFile[],
): Of<TryResults[K]> => {
  const [found, setFound] = useState<Of<TryResults[K]>>({ value: undefined, isUpdating: true })
  useEffect(() => {
    if (!template) return
    setFound(({ value }) => ({ value, isUpdating: true }))
    let worker: Worker | undefined
    const timer = setTimeout(() => {
      worker = new Worker(new URL('./try.worker.ts', import.meta.url), { type: 'module' })
      worker.onmessage = ({ data }: MessageEvent<TryResults[K]>) => setFound({ value: data, isUpdating: false })
      const request: TryRequest = { what, template, examples: examples.map(({ name, content }) => [name, content]) }
      worker.postMessage(request)
    }, restMs)
    return () => {
      clearTimeout(timer)
      worker?.terminate()
    }
  }, [what, template, examples])
  return found
}
