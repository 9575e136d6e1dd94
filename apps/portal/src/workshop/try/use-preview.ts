import type { Answers, PreviewRequest } from '@policyforms/core'
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

/** Does a work one at a time. However often it is asked for meanwhile, it is done once more. */
const oneAtATime = (work: () => Promise<void>) => {
  let [isRunning, isWanted] = [false, false]
  return async () => {
    isWanted = true
    if (isRunning) return
    isRunning = true
    while (isWanted) {
      isWanted = false
      await work()
    }
    isRunning = false
  }
}

/** What a person is told; of a template with errors they know already. */
const wordsOf = (error: unknown): string | undefined => {
  if (!(error instanceof ServerTrouble)) return '没有完成，请再试一次。'
  return error.refusal?.error === 'workshop-broken' ? undefined : error.message
}

/** What the server makes of the files and the answers as they are now. It does not wait for the check: it has its own. */
export const usePreview = <T>(
  what: 'word' | 'sheet',
  answers: Answers,
  read: (response: Response) => Promise<T>,
): Preview<T> => {
  const { store } = useWorkbench()
  const file = useWorking((state) => state.file)
  const files = useWorking((state) => state.history.now)
  const [preview, setPreview] = useState<Preview<T>>({ value: undefined, isUpdating: true, trouble: undefined })
  const latest = useRef({ answers, read })
  latest.current = { answers, read }
  const make = useRef<() => Promise<void>>(undefined)
  useEffect(() => {
    const stop = new AbortController()
    const { pack, template } = namesIn(file)
    make.current = oneAtATime(async () => {
      if (stop.signal.aborted) return
      const request: PreviewRequest = { template, files: store.unsaved(), answers: latest.current.answers }
      try {
        const response = await answerOf(`/api/workshop/${pack}/preview/${what}`, {
          method: 'POST',
          body: JSON.stringify(request),
          headers: { 'content-type': 'application/json' },
          signal: stop.signal,
        })
        const value = await latest.current.read(response)
        if (!stop.signal.aborted) setPreview({ value, isUpdating: false, trouble: undefined })
      } catch (error) {
        if (!stop.signal.aborted) setPreview((before) => ({ ...before, isUpdating: false, trouble: wordsOf(error) }))
      }
    })
    return () => stop.abort()
  }, [what, file, store])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it is made of, read when its turn comes
  useEffect(() => {
    setPreview((before) => ({ ...before, isUpdating: true }))
    void make.current?.()
  }, [files, answers])
  return preview
}
