import { type Command, failed, outputOf, wrongCall } from '../command.ts'
import { faultsOf } from '../faults-of.ts'
import { openPack } from '../open-pack.ts'
import { hasErrors, printIssues } from '../print-issues.ts'
import { readAnswersFiles } from '../read-answers-files.ts'
import { todayOf, todayOption } from '../today.ts'
import { writeOutput } from '../write-output.ts'

export const statistics: Command = {
  name: 'statistics',
  usage: 'PACK TEMPLATE:ANSWERS.json...',
  about: '按地区的指标统计目标完成情况，写成带图表的 Excel',
  words: [1, Number.POSITIVE_INFINITY],
  options: { out: { type: 'string', value: 'FILE.xlsx', about: '写到哪个文件' }, today: todayOption },
  run: async (call) => {
    const [id = '', ...words] = call.words
    const out = outputOf(call, 'out', '.xlsx')
    const today = todayOf(call)
    const pack = await openPack(call, id)
    if (!pack.indicators) throw failed(`地区 ${id} 没有 indicators.json，没有可以统计的指标。`)
    const named = words.map((word) => asOfTemplate(word, pack))
    const files = await readAnswersFiles(named.map(({ path }) => path))
    const filled = files.flatMap((file, i) => {
      const template = named[i]?.template
      return template ? [{ file, template }] : []
    })
    const { writeStatistics } = await import('@policyforms/workbooks')
    const submissions = filled.map(({ file, template }) => ({ template, answers: file.answers, on: today }))
    await writeOutput(out, await writeStatistics(pack.indicators, submissions, { today, place: pack.name }))
    const found = filled.map(({ file, template }) => ({ template, issues: faultsOf(template, file, today) }))
    for (const { template, issues } of found) printIssues(issues, { template })
    console.log(`已写入 ${out}。`)
    return found.some(({ issues }) => hasErrors(issues)) ? 1 : 0
  },
}

/** `annual-report:answers.json`; with one template that figures come from, its name may be left out. */
const asOfTemplate = (word: string, pack: Awaited<ReturnType<typeof openPack>>) => {
  const sources = new Set(
    (pack.indicators?.indicators ?? []).flatMap((one) => one.sources.map(({ template }) => template)),
  )
  const at = word.indexOf(':')
  const name = at > 0 ? `${pack.id}/${word.slice(0, at)}` : undefined
  const template = pack.templates.find((one) => one.id === (name ?? [...sources][0]))
  if (name !== undefined && template) return { path: word.slice(at + 1), template }
  if (template && sources.size === 1) return { path: word, template }
  const known = [...sources].map((one) => one.slice(pack.id.length + 1)).join('、')
  throw wrongCall(
    `${word} 没有写明是哪种材料，请写成 模板:文件，如 ${known.split('、')[0]}:${word}。统计用到的模板：${known}。`,
  )
}
