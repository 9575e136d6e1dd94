import type { Json, Template, WorkingFile } from '@policyforms/core'
import { useEffect, useMemo, useState } from 'react'
import { useLoaded } from '../../server/use-loaded.ts'
import type { CarryAnswer, CarryRequest } from '../check/carry-messages.ts'
import { examplesOf } from '../model/examples.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'

const restMs = 500

/** The examples of a template that are still of its former shape, as they would read in the new one. */
export const useCarry = (file: string, template: Template | undefined): CarryAnswer => {
  const { store } = useWorkbench()
  const files = useWorking((state) => state.history.now)
  const { value: taken } = useLoaded<readonly WorkingFile[]>(`/api/workshop/${store.copy.pack}/taken`)
  const [found, setFound] = useState<CarryAnswer>([])
  const examples = useMemo(
    () =>
      examplesOf(files, file).flatMap(({ name, content }): readonly (readonly [string, Json])[] =>
        content === undefined ? [] : [[name, content]],
      ),
    [files, file],
  )
  useEffect(() => {
    setFound([])
    if (!template || !taken || examples.length === 0) return
    let worker: Worker | undefined
    const timer = setTimeout(() => {
      worker = new Worker(new URL('../check/carry.worker.ts', import.meta.url), { type: 'module' })
      worker.onmessage = ({ data }: MessageEvent<CarryAnswer>) => setFound(data)
      const own = taken.length > 0 ? taken : store.copy.files
      const before = [...own, ...store.copy.around]
      worker.postMessage({ pack: store.copy.pack, before, to: template, examples } satisfies CarryRequest)
    }, restMs)
    return () => {
      clearTimeout(timer)
      worker?.terminate()
    }
  }, [template, taken, examples, store])
  return found
}
