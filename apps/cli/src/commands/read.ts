import {
  type Answers,
  type FileAnswer,
  filesOf,
  placesOf,
  type Template,
  validate,
  valueAt,
  walkBlocks,
} from '@policyforms/core'
import { type Command, outputOf, textOf, wrongCall } from '../command.ts'
import { openTemplate } from '../open-schemas.ts'
import { hasErrors, printIssues } from '../print-issues.ts'
import { readAnswersFiles } from '../read-answers-files.ts'
import { orStop, readBytes } from '../read-input.ts'
import { todayOf, todayOption } from '../today.ts'
import { writeOutput } from '../write-output.ts'

/** The uploaded files that answers name: a workbook holds their names alone. */
const filesIn = (template: Template, answers: Answers): readonly FileAnswer[] =>
  walkBlocks(template).flatMap(({ path }) =>
    placesOf(answers, path).flatMap((place) => filesOf(valueAt(answers, place))),
  )

type Known = readonly { readonly answers: Answers }[]

const readWorkbook = async (template: Template, bytes: Uint8Array, known: Known, today: string) => {
  const { readSheet } = await import('@policyforms/workbooks')
  const files = known.flatMap(({ answers }) => filesIn(template, answers))
  return readSheet(template, bytes, { today, files, ...(known[0] && { current: known[0].answers }) })
}

/** What the earlier answers hold of hidden things is kept: paper does not show it. */
const readDocument = async (template: Template, bytes: Uint8Array, [known]: Known, today: string) => {
  const { readBook } = await import('@policyforms/documents')
  return readBook(template, bytes, { today, ...(known && { current: known.answers }) })
}

export const read: Command = {
  name: 'read',
  usage: 'PACK/TEMPLATE FILE.xlsx|FILE.docx [ANSWERS.json]',
  about: '读回填好的 Excel，或在 Word 里改过的材料；写上原来的内容，附件才认得出来',
  words: [2, 3],
  options: {
    out: { type: 'string', value: 'ANSWERS.json', about: '读到的内容写到哪个文件' },
    marked: { type: 'string', value: 'FILE.xlsx', about: '另存一份标出问题的 Excel（只用于 Excel）' },
    today: todayOption,
  },
  run: async (call) => {
    const [id = '', path = '', earlier] = call.words
    const out = outputOf(call, 'out', '.json')
    const marked = textOf(call, 'marked') === undefined ? undefined : outputOf(call, 'marked', '.xlsx')
    const isWord = path.toLowerCase().endsWith('.docx')
    if (isWord && marked) throw wrongCall('--marked 只能标 Excel（.xlsx）')
    const today = todayOf(call)
    const template = await openTemplate(call, id)
    const bytes = orStop(await readBytes(path))
    const known = earlier === undefined ? [] : await readAnswersFiles([earlier])
    const { answers, issues: ofCells } = await (isWord ? readDocument : readWorkbook)(template, bytes, known, today)
    // What could not be read is told with its cell already, and would only seem to be missing as well.
    const told = new Set(ofCells.map((issue) => issue.at))
    const others = validate(template, answers, { today }).filter((issue) => !told.has(issue.at))
    const issues = [...ofCells, ...others].map((issue) => ({ ...issue, file: path }))
    printIssues(issues, { template })
    await writeOutput(out, `${JSON.stringify(answers, null, 2)}\n`)
    console.log(`已写入 ${out}。`)
    if (marked) {
      const { markIssues } = await import('@policyforms/workbooks')
      await writeOutput(marked, await markIssues(bytes, issues, template))
      console.log(`已写入 ${marked}。`)
    }
    return hasErrors(issues) ? 1 : 0
  },
}
