import { fileURLToPath } from 'node:url'
import type { PackReport } from '@policyforms/procedure/compile'
import type { Command } from '../command.ts'
import { placedIn, schemasFolder } from '../open-schemas.ts'
import { hasErrors, printIssues } from '../print-issues.ts'

/** Beside what is installed: nobody keeps it, and git does not look there. */
const cacheFolder = fileURLToPath(new URL('../../../../node_modules/.cache/policyforms', import.meta.url))

/** What is known or found of each folder; of those that changed nothing, what the last check found. */
const reportsOf = async (dir: string, isKept: boolean) => {
  const { engineOf, openLedger, openReportCache } = await import('@policyforms/core/node')
  const { packReport } = await import('@policyforms/procedure/compile')
  const { checkForm } = await import('@policyforms/documents/form')
  const rooms = ['@policyforms/core', '@policyforms/procedure', '@policyforms/documents'].map((name) =>
    fileURLToPath(new URL('..', import.meta.resolve(name))),
  )
  const cache = isKept
    ? { cache: openReportCache<PackReport>({ folder: cacheFolder, dir, engine: engineOf(rooms) }) }
    : {}
  const ledger = openLedger({ dir, report: packReport, formIssues: checkForm, ...cache })
  const reports = ledger.folders().map((folder) => ledger.known(folder) ?? ledger.check(folder))
  ledger.save()
  return reports
}

export const check: Command = {
  name: 'check',
  usage: '',
  about: '检查全部地区的模板，列出每一处错误',
  words: [0, 0],
  options: {
    json: { type: 'boolean', about: '只输出 Issue[]' },
    'no-cache': { type: 'boolean', about: '全部重新检查，不用上次的结果' },
  },
  run: async (call) => {
    const dir = await schemasFolder(call)
    const reports = await reportsOf(dir, call.values['no-cache'] !== true)
    const { once } = await import('@policyforms/core/pack')
    const issues = once(reports.flatMap((report) => report.issues)).map((issue) => placedIn(dir, issue))
    printIssues(issues, { json: call.values.json === true })
    if (!call.values.json) {
      const packs = reports.flatMap(({ listing }) => listing ?? [])
      const templates = packs.reduce((sum, pack) => sum + pack.templates.length, 0)
      const errors = issues.filter((issue) => issue.severity === 'error').length
      console.log(`${packs.length} 个地区，${templates} 个模板：${errors} 处错误，${issues.length - errors} 处提醒。`)
    }
    return hasErrors(issues) ? 1 : 0
  },
}
