import { basename } from 'node:path'
import { type Answers, type Template, titleOfAnswers } from '@policyforms/core'
import { type Command, outputOf } from '../command.ts'
import { openTemplate } from '../open-schemas.ts'
import { readAnswersFiles } from '../read-answers-files.ts'
import { reportWritten } from '../report-written.ts'
import { todayOf, todayOption } from '../today.ts'
import { writeOutput } from '../write-output.ts'

export const excel: Command = {
  name: 'excel',
  usage: 'PACK/TEMPLATE ANSWERS.json...',
  about: '把多份材料汇总成一个 Excel',
  words: [2, Number.POSITIVE_INFINITY],
  options: { out: { type: 'string', value: 'FILE.xlsx', about: '写到哪个文件' }, today: todayOption },
  run: async (call) => {
    const [id = '', ...paths] = call.words
    const out = outputOf(call, 'out', '.xlsx')
    const today = todayOf(call)
    const template = await openTemplate(call, id)
    const files = await readAnswersFiles(paths)
    const { writeSummary } = await import('@policyforms/workbooks')
    const submissions = files.map(({ path, answers }, i) => ({
      id: String(i + 1),
      title: titled(template, answers) ?? basename(path, '.json'),
      answers,
    }))
    await writeOutput(out, await writeSummary(template, submissions, { today }))
    return reportWritten(out, template, files, today)
  },
}

/** The name on the cover; none if only the template's own title would stand there. */
const titled = (template: Template, answers: Answers): string | undefined => {
  const title = titleOfAnswers(template, answers)
  return title === template.title ? undefined : title
}
