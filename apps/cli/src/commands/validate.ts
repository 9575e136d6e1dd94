import type { Command } from '../command.ts'
import { faultsOf } from '../faults-of.ts'
import { openTemplate } from '../open-schemas.ts'
import { hasErrors, printIssues } from '../print-issues.ts'
import { readAnswersFiles } from '../read-answers-files.ts'
import { todayOf, todayOption } from '../today.ts'

export const validate: Command = {
  name: 'validate',
  usage: 'PACK/TEMPLATE ANSWERS.json',
  about: '检查一份填写的内容',
  words: [2, 2],
  options: { json: { type: 'boolean', about: '只输出 Issue[]' }, today: todayOption },
  run: async (call) => {
    const [id = '', path = ''] = call.words
    const today = todayOf(call)
    const template = await openTemplate(call, id)
    const issues = (await readAnswersFiles([path])).flatMap((file) => faultsOf(template, file, today))
    printIssues(issues, { json: call.values.json === true, template })
    if (!call.values.json && issues.length === 0) console.log(`${path}：没有问题。`)
    return hasErrors(issues) ? 1 : 0
  },
}
