import { basename } from 'node:path'
import type { Answers, Template } from '@policyforms/core'
import { type Call, type Command, outputOf, textOf, wrongCall } from '../command.ts'
import { openTemplate } from '../open-schemas.ts'
import { hasErrors, printIssues } from '../print-issues.ts'
import { readAnswersFiles } from '../read-answers-files.ts'
import { orStop, readBytes } from '../read-input.ts'
import { reportWritten } from '../report-written.ts'
import { todayOf, todayOption } from '../today.ts'
import { writeOutput } from '../write-output.ts'

type Fill = (answers: Answers, today: string) => Promise<Uint8Array>

/** How an office's own file is filled: false where none is named, undefined where it is at fault, and told so. */
const formOf = async (call: Call, template: Template): Promise<Fill | false | undefined> => {
  const path = textOf(call, 'form')
  if (path === undefined) return false
  const bytes = orStop(await readBytes(path))
  const { checkForm, fillForm } = await import('@policyforms/documents')
  const issues = checkForm(template, bytes).map((issue) => ({ ...issue, file: path }))
  printIssues(issues)
  if (hasErrors(issues)) return undefined
  return async (answers, today) => {
    const filled = await fillForm(template, bytes, answers, { today })
    // It has just been opened and found harmless.
    if (!filled) throw new Error(`${path} cannot be filled`)
    return filled
  }
}

export const word: Command = {
  name: 'word',
  usage: 'PACK/TEMPLATE ANSWERS.json...',
  about: '印成 Word：一份写成 .docx，多份写成 .zip',
  words: [2, Number.POSITIVE_INFINITY],
  options: {
    out: { type: 'string', value: 'FILE.docx|FILE.zip', about: '写到哪个文件' },
    form: { type: 'string', value: 'FILE.docx', about: '填进本单位自己的 Word 文件，里面用 {{名称}} 标出位置' },
    today: todayOption,
  },
  run: async (call) => {
    const [id = '', ...paths] = call.words
    const out = outputOf(call, 'out', '.docx', '.zip')
    const isZip = out.toLowerCase().endsWith('.zip')
    if (paths.length > 1 && !isZip) throw wrongCall(`${paths.length} 份材料要写成一个压缩文件，请写 --out 文件名.zip。`)
    const today = todayOf(call)
    const template = await openTemplate(call, id)
    const files = await readAnswersFiles(paths)
    const { writeWord } = await import('@policyforms/documents')
    const fill = await formOf(call, template)
    if (fill === undefined) return 1
    const books = files.map(({ path, answers }) => ({
      name: basename(path, '.json'),
      bytes: () => (fill ? fill(answers, today) : writeWord(template, answers, { today })),
    }))
    if (isZip) await writeOutput(out, (await import('@policyforms/server')).zipped(books, '.docx'))
    else for (const book of books) await writeOutput(out, await book.bytes())
    return reportWritten(out, template, files, today)
  },
}
