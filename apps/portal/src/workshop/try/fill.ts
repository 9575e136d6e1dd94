import type { Template } from '@policyforms/core'
import type { Mended } from '@policyforms/core/trying'
import type { FillRequest } from './try-messages.ts'

export interface Filling {
  readonly done: Promise<Mended>
  readonly stop: () => void
}

/** Answers made up in a thread: finding some that break no rule takes seconds where there are many. */
export const fill = (what: FillRequest['what'], template: Template): Filling => {
  const worker = new Worker(new URL('./try.worker.ts', import.meta.url), { type: 'module' })
  const done = new Promise<Mended>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Mended>) => {
      worker.terminate()
      resolve(data)
    }
    worker.onerror = () => reject(new Error('没有生成出来，请再试一次。'))
  })
  const request: FillRequest = { what, template }
  worker.postMessage(request)
  return { done, stop: () => worker.terminate() }
}
