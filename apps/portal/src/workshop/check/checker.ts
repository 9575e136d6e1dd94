import type { FileChange } from '@policyforms/core'
import { fingerprintOf, isFormPath } from '@policyforms/core/pack'
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

/** As short as a text can be that is another for another file, and base64 as a Word file is. */
const markOf = (text: string): string => btoa(fingerprintOf(text))

/**
 * The check asks of a Word file only whether it is there, and whether it is another: marks go to its thread, or each
 * word typed would carry megabytes there and back.
 */
const marker = () => {
  const known = new Map<string, readonly [text: string, mark: string]>()
  return (files: Files): Files =>
    new Map(
      [...files].map(([path, text]) => {
        if (!isFormPath(path)) return [path, text]
        const before = known.get(path)
        const mark = before?.[0] === text ? before[1] : markOf(text)
        known.set(path, [text, mark])
        return [path, mark]
      }),
    )
}

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
  const marked = marker()
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
    check: (files) => send(new Map([...around, ...marked(files)])),
    close: () => worker.terminate(),
  }
}
