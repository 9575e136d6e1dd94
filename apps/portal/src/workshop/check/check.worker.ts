import { compileSchemas, coverageOf, isPlainlySafe, type SourceFile } from '@policyforms/core/pack'
import type { CheckRequest, CheckResult } from './check-messages.ts'

/*
 * The same check as `policyforms check`, in a thread of its own, so that typing never waits for it. What comes first
 * leaves the examples out, which take most of the time.
 */

const files = new Map<string, string>()
const judged = new Map<string, boolean>()
let latest = 0

const fnv = (text: string): string => {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(16)
}

const check = (pack: string, turn: number, examples: boolean): CheckResult => {
  const unsure = new Set<string>()
  const isSafePattern = (source: string) => {
    if (isPlainlySafe(source)) return true
    if (!judged.has(source)) unsure.add(source)
    return judged.get(source) ?? true
  }
  const sources: readonly SourceFile[] = [...files].map(([path, text]) => ({ path, text }))
  // A hash names a version only on the server; here it tells one state of the text from another.
  const { packs, issues } = compileSchemas(sources, { hash: fnv, isSafePattern }, { examples })
  const found = packs.find(({ id }) => id === pack)
  const own = issues.filter(({ file }) => file?.startsWith(`${pack}/`))
  return {
    turn,
    templates: Object.fromEntries(found?.templates.map((one) => [one.id.slice(pack.length + 1), one]) ?? []),
    issues: own,
    coverage: found ? coverageOf(found) : { pack, policies: [] },
    isWhole: examples,
    unsure: [...unsure],
  }
}

self.onmessage = ({ data }: MessageEvent<CheckRequest>) => {
  for (const { path, text } of data.files) {
    if (text === null) files.delete(path)
    else files.set(path, text)
  }
  for (const [pattern, isSafe] of Object.entries(data.judged)) judged.set(pattern, isSafe)
  latest = data.turn
  self.postMessage(check(data.pack, data.turn, false))
  // Whatever has arrived meanwhile is taken first.
  setTimeout(() => {
    if (latest === data.turn) self.postMessage(check(data.pack, data.turn, true))
  }, 150)
}
