import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Refused } from '../http/refusals.ts'
import type { Place } from '../store/open-store.ts'
import type { InputOf, JobName, ResultOf } from './jobs.ts'

/** Runs jobs off the main thread. */
export interface Exporter {
  run<K extends JobName>(name: K, input: InputOf<K>): Promise<ResultOf<K>>
  close(): Promise<void>
}

interface Task {
  readonly message: { readonly name: JobName; readonly input: unknown }
  readonly resolve: (result: never) => void
  readonly reject: (error: unknown) => void
}

/** One job may take this long; a job that takes longer is ended with its worker. */
const LONGEST_MS = 180_000
const MOST_WAITING = 200
const MOST_WORKERS = Math.min(4, Math.max(1, availableParallelism() - 1))

/**
 * Worker threads, started when first needed. Writing a book or a workbook is one long synchronous stretch in libraries
 * that do not yield, and a save must not wait behind it; yielding would also share one core with the saves.
 */
export const workerPool = (place: Place): Exporter => {
  const waiting: Task[] = []
  const idle: Worker[] = []
  const busy = new Map<Worker, { readonly task: Task; readonly timer: NodeJS.Timeout }>()

  const start = (): Worker => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: place,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 1536 },
    })
    worker.unref()
    worker.on('message', ({ result, error }: { readonly result?: never; readonly error?: unknown }) => {
      const task = release(worker)
      idle.push(worker)
      if (error === undefined)
        task?.resolve(result as never) // one message for each task, of its own job's result
      else task?.reject(error)
      next()
    })
    worker.on('error', (error) => lose(worker, error))
    worker.on('exit', () => lose(worker, new Error('The export worker ended')))
    return worker
  }

  const release = (worker: Worker): Task | undefined => {
    const held = busy.get(worker)
    clearTimeout(held?.timer)
    busy.delete(worker)
    return held?.task
  }

  const lose = (worker: Worker, error: unknown) => {
    const at = idle.indexOf(worker)
    if (at >= 0) idle.splice(at, 1)
    release(worker)?.reject(error)
    next()
  }

  const next = () => {
    if (waiting.length === 0) return
    const worker = idle.pop() ?? (busy.size < MOST_WORKERS ? start() : undefined)
    const task = worker && waiting.shift()
    if (!worker || !task) return
    const end = () => {
      release(worker)?.reject(new Refused('busy'))
      void worker.terminate()
    }
    busy.set(worker, { task, timer: setTimeout(end, LONGEST_MS).unref() })
    worker.postMessage(task.message)
  }

  return {
    run: (name, input) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= MOST_WAITING) return reject(new Refused('busy'))
        waiting.push({ message: { name, input }, resolve, reject })
        next()
      }),
    close: async () => {
      for (const task of waiting.splice(0)) task.reject(new Refused('busy'))
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()))
    },
  }
}
