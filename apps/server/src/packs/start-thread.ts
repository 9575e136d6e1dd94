import { Worker } from 'node:worker_threads'
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts'

type Answer = Extract<FromThread, { is: 'answer' }>
type Told = Exclude<FromThread, Answer>

export interface PacksThread {
  /** When the first list is there. */
  ready(): Promise<void>
  ask(wants: ToThread['wants'], folder: string): Promise<Answer>
  close(): Promise<void>
}

const AGAIN_MS = 1000

/** The thread that reads packs, begun again if it fails: a pack is untrusted input, and the portal goes on without it. */
export const startThread = (
  data: ThreadData,
  onTold: (message: Told) => void,
  complain: (error: unknown) => void,
): PacksThread => {
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: unknown) => void }>()
  let first = Promise.withResolvers<void>()
  let isClosed = false
  let asks = 0
  let worker: Worker | undefined

  const hear = (message: FromThread) => {
    if (message.is === 'answer') {
      waiting.get(message.ask)?.resolve(message)
      waiting.delete(message.ask)
      return
    }
    onTold(message)
    first.resolve()
  }
  const fail = (error: unknown) => {
    if (isClosed) return
    complain(error)
    first.reject(error)
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    setTimeout(again, AGAIN_MS).unref()
  }
  const begin = () => {
    // Whoever asks is told; until then it is no unhandled rejection.
    first.promise.catch(() => {})
    worker = new Worker(new URL('./packs-thread.js', import.meta.url), {
      workerData: data,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 8 },
    })
    worker.on('message', hear)
    worker.once('error', fail)
  }
  const again = () => {
    if (isClosed) return
    first = Promise.withResolvers()
    begin()
  }
  begin()
  return {
    ready: () => first.promise,
    ask: (wants, folder) => {
      const ask = ++asks
      const { promise, resolve, reject } = Promise.withResolvers<Answer>()
      waiting.set(ask, { resolve, reject })
      worker?.postMessage({ ask, wants, folder } satisfies ToThread)
      return promise
    },
    close: async () => {
      isClosed = true
      await worker?.terminate()
    },
  }
}
