import type { FileChange } from '@policyforms/core'
import type { Files } from '../model/history.ts'
import type { CheckRequest, CheckResult, ExamplesResult } from './check-messages.ts'

export interface Checker {
  /** The files as they are now; the answer comes through `onResult`, and only for the latest. */
  check(files: Files): void
  close(): void
}

/** Which files are not as they were. */
export const changesBetween = (before: Files, after: Files): readonly FileChange[] => [
  ...[...after].filter(([path, text]) => before.get(path) !== text).map(([path, text]) => ({ path, text })),
  ...[...before.keys()].filter((path) => !after.has(path)).map((path) => ({ path, text: null })),
]

/** The check in a thread of its own. `around` is what it reads beside the pack's files. */
export const startChecker = (
  pack: string,
  around: Files,
  judge: (patterns: readonly string[]) => Promise<CheckRequest['judged']>,
  onResult: (result: CheckResult) => void,
): Checker => {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' })
  let told: Files = new Map()
  let turn = 0
  const send = (files: Files, judged: CheckRequest['judged'] = {}) => {
    const request: CheckRequest = { turn: ++turn, pack, files: changesBetween(told, files), judged }
    told = files
    worker.postMessage(request)
  }
  const asked = new Set<string>()
  let latest: CheckResult | undefined
  worker.onmessage = async ({ data }: MessageEvent<CheckResult | ExamplesResult>) => {
    if (data.turn !== turn) return
    latest = 'templates' in data ? data : latest && { ...latest, ...data }
    if (latest) onResult(latest)
    const news = data.unsure.filter((pattern) => !asked.has(pattern))
    if (news.length === 0) return
    for (const pattern of news) asked.add(pattern)
    const judged = await judge(news).catch(() => undefined)
    if (judged) send(told, judged)
    else for (const pattern of news) asked.delete(pattern)
  }
  return {
    check: (files) => send(new Map([...around, ...files])),
    close: () => worker.terminate(),
  }
}
