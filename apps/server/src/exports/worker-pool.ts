import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Refused } from '../http/refusals.ts'
import type { Place } from '../store/open-store.ts'
import type { InputOf, JobName, ResultOf } from './jobs.ts'

export interface RunOptions {
  /** Hears how many of its items a job has done. */
  readonly onProgress?: (done: number) => void
  /** Takes the job out of the line, or ends it with its worker. */
  readonly signal?: AbortSignal
}

/** Runs jobs off the main thread. */
export interface Exporter {
  /** How many jobs run at once. */
  readonly breadth: number
  run<K extends JobName>(name: K, input: InputOf<K>, options?: RunOptions): Promise<ResultOf<K>>
  close(): Promise<void>
}

interface Task {
  readonly message: { readonly name: JobName; readonly input: unknown }
  readonly resolve: (result: never) => void
  readonly reject: (error: unknown) => void
  readonly onProgress: RunOptions['onProgress']
}

interface Message {
  readonly result?: never
  readonly error?: unknown
  readonly progress?: number
}

/** One job may take this long; a job that takes longer is ended with its worker. */
const LONGEST_MS = 180_000
const MOST_WAITING = 200
/** As many as there are cores: the main thread sleeps most of the time, and the system gives it its turn at once. */
const MOST_WORKERS = Math.min(4, Math.max(2, availableParallelism()))

/**
 * Worker threads, started when first needed. Writing a book or a workbook is one long synchronous stretch in libraries
 * that do not yield, and a save must not wait behind it; yielding would also share one core with the saves.
 */
export const workerPool = (place: Place): Exporter => {
  const waiting: Task[] = []
  const idle: Worker[] = []
  const busy = new Map<Worker, { readonly task: Task; readonly timer: NodeJS.Timeout }>()

  const start = (): Worker => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: place,
      execArgv: [],
      // A small nursery: each worker would otherwise keep tens of megabytes that it needs for a moment only.
      resourceLimits: { maxOldGenerationSizeMb: 1536, maxYoungGenerationSizeMb: 4 },
    })
    worker.unref()
    worker.on('message', ({ result, error, progress }: Message) => {
      if (progress !== undefined) return busy.get(worker)?.task.onProgress?.(progress)
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

  const cancel = (task: Task, reason: unknown) => {
    const at = waiting.indexOf(task)
    if (at >= 0) waiting.splice(at, 1)
    task.reject(reason)
    for (const [worker, held] of busy) if (held.task === task) void worker.terminate()
  }

  return {
    breadth: MOST_WORKERS,
    run: (name, input, { onProgress, signal } = {}) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        if (waiting.length >= MOST_WAITING) return reject(new Refused('busy'))
        const task: Task = { message: { name, input }, resolve, reject, onProgress }
        signal?.addEventListener('abort', () => cancel(task, signal.reason), { once: true })
        waiting.push(task)
        next()
      }),
    close: async () => {
      for (const task of waiting.splice(0)) task.reject(new Refused('busy'))
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()))
    },
  }
}
