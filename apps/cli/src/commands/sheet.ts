import { type Command, outputOf } from '../command.ts'
import { openTemplate } from '../open-schemas.ts'
import { readAnswersFiles } from '../read-answers-files.ts'
import { todayOf, todayOption } from '../today.ts'
import { writeOutput } from '../write-output.ts'

export const sheet: Command = {
  name: 'sheet',
  usage: 'PACK/TEMPLATE [ANSWERS.json]',
  about: '写出供填写的 Excel，可以带上已填的内容',
  words: [1, 2],
  options: { out: { type: 'string', value: 'FILE.xlsx', about: '写到哪个文件' }, today: todayOption },
  run: async (call) => {
    const [id = '', path] = call.words
    const out = outputOf(call, 'out', '.xlsx')
    const today = todayOf(call)
    const template = await openTemplate(call, id)
    const answers = path === undefined ? undefined : (await readAnswersFiles([path]))[0]?.answers
    const { writeSheet } = await import('@policyforms/workbooks')
    await writeOutput(out, await writeSheet(template, answers, { today }))
    console.log(`已写入 ${out}。`)
    return 0
  },
}
