import { basename } from 'node:path'
import type { Answers, Template } from '@policyforms/core'
import { type Call, type Command, outputOf, textOf, wrongCall } from '../command.ts'
import { openTemplate } from '../open-schemas.ts'
import { hasErrors, printIssues } from '../print-issues.ts'
import { type AnswersFile, readAnswersFiles } from '../read-answers-files.ts'
import { orStop, readBytes } from '../read-input.ts'
import { reportWritten } from '../report-written.ts'
import { sayHowFar } from '../say-how-far.ts'
import { titled } from '../titled.ts'
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
  about: '印成 Word：一份写成 .docx，多份写成 .zip 或汇编成一个 .docx',
  words: [2, Number.POSITIVE_INFINITY],
  options: {
    out: { type: 'string', value: 'FILE.docx|FILE.zip', about: '写到哪个文件' },
    form: { type: 'string', value: 'FILE.docx', about: '填进本单位自己的 Word 文件，里面用 {{名称}} 标出位置' },
    compile: { type: 'boolean', about: '把多份汇编成一个 .docx：封面、目录、一览表，一份一章' },
    against: { type: 'string', value: 'OLD.json', about: '与改前的内容对照，改动写成 Word 的修订' },
    today: todayOption,
  },
  run: async (call) => {
    const [id = '', ...paths] = call.words
    const out = outputOf(call, 'out', '.docx', '.zip')
    const against = textOf(call, 'against')
    refuseMixtures(call, paths.length, out, against)
    const today = todayOf(call)
    const template = await openTemplate(call, id)
    const files = await readAnswersFiles(paths)
    const fill = await formOf(call, template)
    if (fill === undefined) return 1
    const [before] = against === undefined ? [] : await readAnswersFiles([against])
    await writeOutput(out, await written(call, { template, files, before, fill, out, today }))
    return reportWritten(out, template, files, today)
  },
}

const isZipped = (out: string) => out.toLowerCase().endsWith('.zip')

const refuseMixtures = (call: Call, count: number, out: string, against: string | undefined) => {
  const isCompiled = call.values.compile === true
  if (against !== undefined && (count > 1 || isCompiled || isZipped(out)))
    throw wrongCall('--against 只对照一份材料，写成一个 .docx。')
  if (isCompiled && isZipped(out)) throw wrongCall('--compile 汇编成一个文件，请写 --out 文件名.docx。')
  if (count > 1 && !isZipped(out) && !isCompiled)
    throw wrongCall(`${count} 份材料要写成一个压缩文件，请写 --out 文件名.zip；汇编成一个文件，请加 --compile。`)
}

interface Asked {
  readonly template: Template
  readonly files: readonly AnswersFile[]
  readonly before: AnswersFile | undefined
  readonly fill: Fill | false
  readonly out: string
  readonly today: string
}

const written = async (call: Call, { template, files, before, fill, out, today }: Asked) => {
  const { printWord, writeCompilation, writeRedline } = await import('@policyforms/documents')
  const reports = files.map(({ path, answers }) => ({
    title: titled(template, answers) ?? basename(path, '.json'),
    answers,
  }))
  const onProgress = sayHowFar(files.length)
  if (call.values.compile) return writeCompilation(template, reports, { today, onProgress })
  const books = files.map(({ path, answers }) => ({
    name: basename(path, '.json'),
    bytes: () => (fill ? fill(answers, today) : printWord(template, answers, { today })),
  }))
  if (isZipped(out)) return (await import('@policyforms/server')).zipped(books, '.docx', { onProgress })
  const [only] = files
  return before && only
    ? writeRedline(template, before.answers, only.answers, { today })
    : (books[0]?.bytes() ?? printWord(template, {}, { today }))
}
