import { setImmediate as turn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { engineOf, openLedger, openReportCache } from '@policyforms/core/node'
import { checkForm } from '@policyforms/documents/form'
import { type PackReport, packReport } from '@policyforms/procedure/compile'
import { plainPack } from './plain-pack.ts'
import type { FromThread, Standing, ThreadData, ToThread } from './thread-messages.ts'
import { watchFolders } from './watch-folders.ts'

/** So long, and for so many, the first list waits for packs that are not known yet; more could not be checked by then. */
const FIRST_MS = 500
const FIRST_PACKS = 50

/** So many folders are looked at in one stretch: some milliseconds. */
const AT_ONCE = 25

// The library starts this with it.
const { schemas: dir, cache } = workerData as ThreadData

const rooms = ['@policyforms/core', '@policyforms/procedure', '@policyforms/documents'].map((name) =>
  fileURLToPath(new URL('..', import.meta.resolve(name))),
)
const ledger = openLedger({
  dir,
  report: packReport,
  formIssues: checkForm,
  cache: openReportCache<PackReport>({ folder: cache, dir, engine: engineOf(rooms) }),
})

const post = (message: FromThread) => parentPort?.postMessage(message)
const unknown = () => ledger.folders().filter((folder) => !ledger.known(folder))

/** What is known of a folder without checking it now. */
const standingOf = (folder: string): readonly Standing[] => {
  const report = ledger.known(folder)
  if (report) return [{ folder, report }]
  const seen = ledger.glance(folder)
  if (!seen) return []
  const { id, name, code, level } = seen
  const nothing = { templates: [], hasProcedure: false, hasPolicies: false, faults: 0 }
  return [{ folder, glance: { id, name, code, level, ...nothing, isChecking: true } }]
}

let queue: readonly string[] = unknown()
let isWorking = false

const workOff = async () => {
  if (isWorking) return
  isWorking = true
  while (queue.length > 0) {
    const [folder = '', ...rest] = queue
    queue = rest
    if (!ledger.known(folder)) post({ is: 'news', standings: [{ folder, report: ledger.check(folder) }], stale: [] })
    // Whoever asks for a pack is answered before the next one is checked.
    await turn()
  }
  ledger.save()
  isWorking = false
}

parentPort?.on('message', ({ ask, wants, folder }: ToThread) => {
  if (!ledger.folders().includes(folder)) post({ is: 'answer', ask })
  else if (wants === 'report') post({ is: 'answer', ask, report: ledger.known(folder) ?? ledger.check(folder) })
  else {
    const { pack } = ledger.compile(folder)
    post({ is: 'answer', ask, ...(pack && { pack: plainPack(pack) }) })
  }
})

const until = performance.now() + FIRST_MS
if (queue.length <= FIRST_PACKS) for (const folder of queue) if (performance.now() < until) ledger.check(folder)
post({ is: 'first', standings: ledger.folders().flatMap(standingOf) })

const onChange = (changed: readonly string[]) => {
  const before = ledger.folders()
  ledger.look(changed)
  const there = new Set(ledger.folders())
  const stale = unknown()
  const gone = before.filter((folder) => !there.has(folder))
  const added = stale.filter((folder) => !before.includes(folder))
  const standings = [...gone.map((folder): Standing => ({ folder, isGone: true })), ...added.flatMap(standingOf)]
  if (standings.length + stale.length > 0) post({ is: 'news', standings, stale: [...gone, ...stale] })
  queue = stale.toSorted((a, b) => Number(changed.includes(b)) - Number(changed.includes(a)))
  void workOff()
}
const watching = watchFolders(dir, onChange, (error) => console.error(error))
const folders = ledger.folders()
void workOff()
// A few at a time, since others may be waiting; looked at again for what changed before it was watched.
for (let i = 0; i < folders.length; i += AT_ONCE) {
  const some = folders.slice(i, i + AT_ONCE)
  for (const folder of some) watching.cover(folder)
  ledger.look(some)
  // Read now, and not all folders at once when they are compared at the end.
  for (const folder of some) ledger.known(folder)
  await turn()
}
onChange([])
