import { type Command, type Exit, failed, textOf, wrongCall } from '../command.ts'
import { orStop, readBytes } from '../read-input.ts'

const standards = { report: '公文', book: '申报书' } as const
const isStandard = (text: string): text is keyof typeof standards => Object.hasOwn(standards, text)

const severities = { error: '错误', warning: '提示' } as const

export const inspect: Command = {
  name: 'inspect',
  usage: 'FILE.docx',
  about: '对照 GB/T 9704 检查一个 Word 文件的版式，自己的和别人的都行',
  words: [1, 1],
  options: {
    profile: {
      type: 'string',
      value: 'report|book',
      about: 'report 照公文从严，book 照申报书的习惯；不写就看文件像哪一种',
    },
    json: { type: 'boolean', about: '输出 JSON，给程序用' },
  },
  run: async (call): Promise<Exit> => {
    const [path = ''] = call.words
    const profile = textOf(call, 'profile')
    if (profile !== undefined && !isStandard(profile))
      throw wrongCall(`--profile ${profile} 不对，请写 report（公文）或 book（申报书）。`)
    const { inspectWord, OutlineRefused } = await import('@policyforms/documents')
    const bytes = orStop(await readBytes(path))
    try {
      const found = inspectWord(bytes, profile)
      if (call.values.json) console.log(JSON.stringify(found, null, 2))
      else console.log(textOfInspection(path, found))
      return found.findings.some(({ severity }) => severity === 'error') ? 1 : 0
    } catch (error) {
      if (error instanceof OutlineRefused) throw failed(`${path}：${error.message}`)
      throw error
    }
  },
}

type Inspected = ReturnType<typeof import('@policyforms/documents')['inspectWord']>

const lineOf = ({ severity, place, quote, found, wanted, clause, more }: Inspected['findings'][number]): string => {
  const source = clause ? `（${clause.startsWith('GB') ? clause : `GB/T 9704 ${clause}`}）` : ''
  const again = more > 0 ? `同样的还有 ${more} 处。` : ''
  return `${place} ${severities[severity]} ${quote ? `“${quote}”` : ''}${found}；应为：${wanted}${source}。${again}`
}

const textOfInspection = (path: string, { standard, findings, paragraphs }: Inspected): string => {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const sum =
    findings.length === 0
      ? `${path}：照${standards[standard]}检查了 ${paragraphs} 段，没有发现问题。`
      : `${path}：照${standards[standard]}检查了 ${paragraphs} 段，${errors} 项不符合，${findings.length - errors} 项提示。`
  return [...findings.map(lineOf), sum].join('\n')
}
