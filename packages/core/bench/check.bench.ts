import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLedger, openReportCache } from '../src/node/index.ts'
import { ordinaryPacks, sharedFiles, writeFiles } from '../src/testing/ordinary-packs.ts'

const cpuOf = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Every folder known or checked, as the command does it. */
const checkAll = (dir: string, folder: string) => {
  const cache = openReportCache<{ issues: readonly [] }>({ folder, dir, engine: '' })
  const ledger = openLedger({ dir, report: () => ({ issues: [] }), cache })
  for (const name of ledger.folders()) ledger.known(name) ?? ledger.check(name)
  ledger.save()
}

/** CPU ms to check a folder of so many packs for the first time, again, and again after one of them has changed. */
const measured = async (count: number) => {
  const dir = await mkdtemp(join(tmpdir(), 'policyforms-bench-'))
  const cache = await mkdtemp(join(tmpdir(), 'policyforms-bench-'))
  try {
    const files = [...(await sharedFiles()), ...(await ordinaryPacks(count))]
    await writeFiles(dir, files)
    const first = cpuOf(() => checkAll(dir, cache))
    const again = cpuOf(() => checkAll(dir, cache))
    const path = 'ordinary-0000/application.schema.json'
    const text = files.find((file) => file.path === path)?.text ?? ''
    await writeFile(join(dir, path), text.replace('申报单位', '申请单位'))
    const changed = cpuOf(() => checkAll(dir, cache))
    // The floor of all checking: reading and parsing the same text.
    const floor = cpuOf(() => files.forEach(({ text }) => void JSON.parse(text)))
    return { first, again, changed, floor }
  } finally {
    for (const made of [dir, cache]) await rm(made, { recursive: true, force: true })
  }
}

export const bench = {
  name: 'check',
  run: async () => {
    // Once unmeasured, so that both are measured of code that is warm.
    await measured(100)
    const hundred = await measured(100)
    const thousand = await measured(1000)
    const row = (work: string, ours: number, must: number) => ({ work, ours, must, unit: 'ms' })
    return [
      row('check, 100 packs, CPU for each', hundred.first / 100, 40),
      row('check, 1,000 packs, CPU for each', thousand.first / 1000, 40),
      {
        work: 'check, 1,000 packs beside 10 × 100: linear',
        ours: thousand.first,
        floor: hundred.first * 10,
        ratio: thousand.first / (hundred.first * 10),
        must: 1.3,
        unit: 'ms',
      },
      row('check, 1,000 packs, nothing changed, CPU', thousand.again, 1500),
      row('check, 1,000 packs, one changed, CPU', thousand.changed, 1500),
      {
        work: 'check, 1,000 packs, one changed, beside JSON.parse of all',
        ours: thousand.changed,
        floor: thousand.floor,
        ratio: thousand.changed / thousand.floor,
        must: 4,
        unit: 'ms',
      },
    ]
  },
}
