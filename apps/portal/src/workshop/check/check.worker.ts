import type { Issue } from '@policyforms/core'
import {
  checkFolder,
  coverageOf,
  fingerprintOf,
  isPlainlySafe,
  once,
  parseChanged,
  shelfOf,
} from '@policyforms/core/pack'
import { compileProcedure } from '@policyforms/procedure/compile'
import type { CheckRequest, CheckResult, ExamplesResult } from './check-messages.ts'

/*
 * The same check as `policyforms check`, in a thread of its own, so that typing never waits for it. What comes first
 * leaves the examples out, which take most of the time.
 */

const files = new Map<string, string>()
const judged = new Map<string, boolean>()

/** What the examples were found to say last: it stands until they have been held against the templates again. */
let ofExamples: readonly Issue[] = []

const parse = parseChanged()
const shelf = () =>
  shelfOf(
    [...files].map(([path, text]) => ({ path, text })),
    parse,
  )

const check = (pack: string, turn: number, examples: boolean): CheckResult => {
  const unsure = new Set<string>()
  const isSafePattern = (source: string) => {
    if (isPlainlySafe(source)) return true
    if (!judged.has(source)) unsure.add(source)
    return judged.get(source) ?? true
  }
  // A hash names a version only on the server; here it tells one state of the text from another.
  const { pack: found, issues } = checkFolder(shelf(), pack, { hash: fingerprintOf, isSafePattern }, { examples })
  const course = found?.procedure && compileProcedure(found.procedure)
  const own = once([...issues, ...(course?.issues ?? [])]).filter(({ file }) => file?.startsWith(`${pack}/`))
  return {
    turn,
    templates: Object.fromEntries(found?.templates.map((one) => [one.id.slice(pack.length + 1), one]) ?? []),
    shapes: found?.shapes ?? {},
    ...(course?.procedure && { procedure: course.procedure }),
    issues: own,
    coverage: found ? coverageOf(found) : { pack, policies: [] },
    unsure: [...unsure],
  }
}

const said = (issue: Issue): string => JSON.stringify(issue)

const restMs = 400
let rest: ReturnType<typeof setTimeout>

self.onmessage = ({ data: { pack, turn, files: changes, judged: words } }: MessageEvent<CheckRequest>) => {
  clearTimeout(rest)
  for (const { path, text } of changes) {
    if (text === null) files.delete(path)
    else files.set(path, text)
  }
  for (const [pattern, isSafe] of Object.entries(words)) judged.set(pattern, isSafe)
  const first = check(pack, turn, false)
  self.postMessage({ ...first, issues: [...first.issues, ...ofExamples] } satisfies CheckResult)
  rest = setTimeout(() => {
    const { issues, unsure } = check(pack, turn, true)
    const known = new Set(first.issues.map(said))
    ofExamples = issues.filter((issue) => !known.has(said(issue)))
    self.postMessage({ turn, unsure, issues: [...first.issues, ...ofExamples] } satisfies ExamplesResult)
  }, restMs)
}
