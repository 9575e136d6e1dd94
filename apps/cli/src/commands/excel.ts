import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { chooseColumns, type Template } from '@policyforms/core'
import { type Call, type Command, outputOf, textOf, wrongCall } from '../command.ts'
import { openTemplate } from '../open-schemas.ts'
import { readAnswersFiles } from '../read-answers-files.ts'
import { reportWritten } from '../report-written.ts'
import { titled } from '../titled.ts'
import { todayOf, todayOption } from '../today.ts'
import { writeOutput } from '../write-output.ts'

export const excel: Command = {
  name: 'excel',
  usage: 'PACK/TEMPLATE ANSWERS.json...',
  about: '把多份材料汇总成一个 Excel 或 CSV；按旧版填的写 ANSWERS.json@旧版模板所在的文件夹',
  words: [2, Number.POSITIVE_INFINITY],
  options: {
    out: { type: 'string', value: 'FILE.xlsx|FILE.csv|FILE.zip', about: '写到哪个文件；.zip 里每张表一个 CSV' },
    columns: {
      type: 'string',
      value: 'A,B,C',
      about: '要哪些列、按什么次序，如 basics.name,partners.list；不写就是全部',
    },
    today: todayOption,
  },
  run: async (call) => {
    const [id = '', ...words] = call.words
    const out = outputOf(call, 'out', '.xlsx', '.csv', '.zip')
    const today = todayOf(call)
    const template = await openTemplate(call, id)
    const columns = columnsIn(call, template)
    const named = await Promise.all(words.map(asOfVersion))
    const versions = await openVersions(call, id, new Set(named.flatMap(({ folder }) => folder ?? [])))
    const files = await readAnswersFiles(named.map(({ path }) => path))
    const filled = files.map((file, i) => ({ ...file, template: versions.get(named[i]?.folder ?? '') ?? template }))
    const submissions = filled.map(({ path, answers, template: own }, i) => ({
      id: String(i + 1),
      title: titled(own, answers) ?? basename(path, '.json'),
      answers,
      hash: own.hash,
    }))
    const options = { today, versions: [...versions.values()], ...(columns && { columns }) }
    await writeOutput(out, await written(out, template, submissions, options))
    return reportWritten(out, template, filled, today)
  },
}

const written = async (out: string, ...asked: Parameters<typeof import('@policyforms/workbooks').summaryCsv>) => {
  const { summaryCsv, summaryCsvZip, summaryXlsx } = await import('@policyforms/workbooks')
  const ending = out.slice(-4).toLowerCase()
  return ending === '.csv' ? summaryCsv(...asked) : ending === '.zip' ? summaryCsvZip(...asked) : summaryXlsx(...asked)
}

const columnsIn = (call: Call, template: Template): readonly string[] | undefined => {
  const columns = textOf(call, 'columns')
    ?.split(/[,，]/)
    .map((name) => name.trim())
    .filter(Boolean)
  if (!columns) return undefined
  if (columns.length === 0) throw wrongCall('--columns 后面要写列的名字，如 basics.name,partners.list。')
  const { unknown } = chooseColumns(template, columns)
  if (unknown.length === 0) return columns
  const told = unknown.map(({ id, suggestion }) => (suggestion ? `${id}（是不是 ${suggestion}？）` : id))
  throw wrongCall(`--columns 里有 ${template.id} 没有的列：${told.join('、')}。`)
}

/** A word as a file, or as a file and the folder of the version that it was filled in by. */
const asOfVersion = async (word: string): Promise<{ readonly path: string; readonly folder?: string }> => {
  const at = word.lastIndexOf('@')
  if (at <= 0 || (await stat(word).catch(() => undefined))) return { path: word }
  return { path: word.slice(0, at), folder: word.slice(at + 1) }
}

const openVersions = async (call: Call, id: string, folders: ReadonlySet<string>) =>
  new Map(
    await Promise.all(
      [...folders].map(async (folder) => {
        const elsewhere = { ...call, values: { ...call.values, schemas: folder } }
        return [folder, await openTemplate(elsewhere, id)] as const
      }),
    ),
  )
