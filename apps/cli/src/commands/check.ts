import type { Command } from '../command.ts'
import { open, placedIn } from '../open-schemas.ts'
import { hasErrors, printIssues } from '../print-issues.ts'

export const check: Command = {
  name: 'check',
  usage: '',
  about: '检查全部地区的模板，列出每一处错误',
  words: [0, 0],
  options: { json: { type: 'boolean', about: '只输出 Issue[]' } },
  run: async (call) => {
    const { folder, packs, issues: found } = await open(call)
    const { compileProcedure } = await import('@policyforms/procedure/compile')
    const course = packs.flatMap(({ procedure }) => (procedure ? compileProcedure(procedure).issues : []))
    const issues = [...found, ...course.map((issue) => placedIn(folder, issue))]
    printIssues(issues, { json: call.values.json === true })
    if (!call.values.json) {
      const templates = packs.reduce((sum, pack) => sum + pack.templates.length, 0)
      const errors = issues.filter((issue) => issue.severity === 'error').length
      console.log(`${packs.length} 个地区，${templates} 个模板：${errors} 处错误，${issues.length - errors} 处提醒。`)
    }
    return hasErrors(issues) ? 1 : 0
  },
}
