import { basename } from 'node:path'
import { type Command, outputOf, wrongCall } from '../command.ts'
import { openTemplate } from '../open-schemas.ts'
import { readAnswersFiles } from '../read-answers-files.ts'
import { reportWritten } from '../report-written.ts'
import { todayOf, todayOption } from '../today.ts'
import { writeOutput } from '../write-output.ts'

export const word: Command = {
  name: 'word',
  usage: 'PACK/TEMPLATE ANSWERS.json...',
  about: '印成 Word：一份写成 .docx，多份写成 .zip',
  words: [2, Number.POSITIVE_INFINITY],
  options: { out: { type: 'string', value: 'FILE.docx|FILE.zip', about: '写到哪个文件' }, today: todayOption },
  run: async (call) => {
    const [id = '', ...paths] = call.words
    const out = outputOf(call, 'out', '.docx', '.zip')
    const isZip = out.toLowerCase().endsWith('.zip')
    if (paths.length > 1 && !isZip) throw wrongCall(`${paths.length} 份材料要写成一个压缩文件，请写 --out 文件名.zip。`)
    const today = todayOf(call)
    const template = await openTemplate(call, id)
    const files = await readAnswersFiles(paths)
    const { writeWord } = await import('@policyforms/documents')
    const books = files.map(({ path, answers }) => ({
      name: basename(path, '.json'),
      bytes: () => writeWord(template, answers, { today }),
    }))
    if (isZip) await writeOutput(out, (await import('@policyforms/server')).zipped(books, '.docx'))
    else for (const book of books) await writeOutput(out, await book.bytes())
    return reportWritten(out, template, files, today)
  },
}
