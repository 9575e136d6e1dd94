import type { Answers, PreviewRequest, Template } from '@policyforms/core'
import { useEffect, useRef, useState } from 'react'
import { answerOf, ServerTrouble } from '../../server/call.ts'
import { namesIn } from '../model/examples.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'

interface Preview<T> {
  /** The last good one. */
  readonly value: T | undefined
  readonly isUpdating: boolean
  readonly trouble: string | undefined
}

/** Typing rests so long before the server makes the next one. */
const restMs = 350

/** What the server makes of the template and the answers, some moments after the last change. */
export const usePreview = <T>(
  what: 'word' | 'sheet',
  template: Template | undefined,
  answers: Answers,
  read: (response: Response) => Promise<T>,
): Preview<T> => {
  const { store } = useWorkbench()
  const file = useWorking((state) => state.file)
  const [preview, setPreview] = useState<Preview<T>>({ value: undefined, isUpdating: true, trouble: undefined })
  const reading = useRef(read)
  reading.current = read
  useEffect(() => {
    if (!template) return
    const stop = new AbortController()
    setPreview((before) => ({ ...before, isUpdating: true }))
    const make = async () => {
      const names = namesIn(file)
      const request: PreviewRequest = { template: names.template, files: store.unsaved(), answers }
      try {
        const response = await answerOf(`/api/workshop/${names.pack}/preview/${what}`, {
          method: 'POST',
          body: JSON.stringify(request),
          headers: { 'content-type': 'application/json' },
          signal: stop.signal,
        })
        const value = await reading.current(response)
        if (!stop.signal.aborted) setPreview({ value, isUpdating: false, trouble: undefined })
      } catch (error) {
        if (stop.signal.aborted) return
        const trouble = error instanceof ServerTrouble ? error.message : '没有完成，请再试一次。'
        setPreview((before) => ({ ...before, isUpdating: false, trouble }))
      }
    }
    const timer = setTimeout(() => void make(), restMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [what, template, answers, file, store])
  return preview
}
