import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { SourceFile } from '@policyforms/core/pack'
import type { NewPack } from '@policyforms/server/new-pack'
import { type Call, type Command, type Exit, failed, faulty, textOf, textsOf, wrongCall } from '../command.ts'
import { readOutlines } from '../new/read-outlines.ts'
import { schemasFolder } from '../open-schemas.ts'
import { hasErrors, printIssues } from '../print-issues.ts'
import { makeFolder, writeOutput } from '../write-output.ts'

interface Made extends NewPack {
  readonly pack: string
  /** What a person should read, beside the files, and what it is called. */
  readonly report?: { readonly path: string; readonly text: string }
  readonly known: readonly SourceFile[]
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

const nameAndCode = (call: Call) => {
  const name = textOf(call, 'name')?.trim()
  if (!name) throw wrongCall('缺少 --name，请写地区的全称，如 --name 某某省。')
  if (name.length > 40) throw wrongCall('--name 不能超过 40 个字。')
  const code = textOf(call, 'code')
  if (code !== undefined && !/^\d{6}$/.test(code))
    throw wrongCall(`--code ${code} 不对，请写六位行政区划代码，如 --code 990000。`)
  return { name, ...(code !== undefined && { code }) }
}

const fromOrOutlines = (call: Call) => {
  const [from, outlines] = [textOf(call, 'from'), textsOf(call, 'outline')]
  if (from !== undefined && outlines.length > 0) throw wrongCall('--from 和 --outline 只能写一个。')
  return { ...(from !== undefined && { from }), outlines }
}

/** Makes with what the server's rooms know; what they refuse is a wrong call. */
const orRefused = async (making: Promise<NewPack>): Promise<NewPack> => {
  const { PackRefused } = await import('@policyforms/server/new-pack')
  return making.catch((error) => {
    throw error instanceof PackRefused ? wrongCall(error.message) : error
  })
}

const knownIn = async (folder: string) => (await import('@policyforms/core/node')).readSchemas(folder)

const isSchema = ({ path }: SourceFile) => path.endsWith('.schema.json')

/** With a report of what was guessed from each outline, if any was read. */
const withReport = async (
  made: Omit<Made, 'report'>,
  outlines: Awaited<ReturnType<typeof readOutlines>>,
  path: string,
): Promise<Made> => {
  if (outlines.length === 0) return made
  const { outlineReport } = await import('@policyforms/server/new-pack')
  const templates = made.files.filter(isSchema).map((file) => basename(file.path))
  const text = outlines.map(({ draft, shown }, i) => outlineReport(draft, shown, templates[i] ?? '')).join('\n')
  return { ...made, said: [...made.said, `每一处的来源和要回答的问题也写在 ${path}。`], report: { path, text } }
}

const wholePack = async (call: Call, folder: string, id: string): Promise<Made> => {
  const { idFault, newPack } = await import('@policyforms/server/new-pack')
  const fault = idFault(id, [])
  if (fault) throw wrongCall(fault)
  const named = nameAndCode(call)
  const { outlines: paths, ...from } = fromOrOutlines(call)
  if (await isThere(join(folder, id)))
    throw failed(
      `${join(folder, id)} 已经有了，没有改动。请换一个名字，或先移走它；要加一个模板，请写 new ${id}/模板名称。`,
    )
  const known = await knownIn(folder)
  const outlines = await readOutlines(paths)
  const drafts = outlines.map(({ draft }) => draft)
  const made = await orRefused(newPack({ id, ...named, ...from, outlines: drafts }, known))
  return withReport({ ...made, pack: id, known }, outlines, `${id}/outline-report.md`)
}

const oneTemplate = async (call: Call, folder: string, pack: string, template: string): Promise<Made> => {
  const { newTemplate } = await import('@policyforms/server/new-pack')
  if (textOf(call, 'name') !== undefined || textOf(call, 'code') !== undefined)
    throw wrongCall('在已有的地区里加模板，不写 --name 和 --code。')
  const { outlines: paths, ...from } = fromOrOutlines(call)
  if (paths.length > 1) throw wrongCall(`一次加一个模板，请只写一个 --outline；现在写了 ${paths.length} 个。`)
  const known = await knownIn(folder)
  const outlines = await readOutlines(paths)
  const [first] = outlines
  const wanted = { pack, template, ...from, ...(first && { outline: first.draft }) }
  const made = await orRefused(newTemplate(wanted, known))
  return withReport({ ...made, pack, known }, outlines, `${pack}/outline-report-${template}.md`)
}

const start = (call: Call, folder: string): Promise<Made> => {
  const [id = ''] = call.words
  const [pack = '', template, ...more] = id.split('/')
  if (template === undefined || pack.startsWith('.')) return wholePack(call, folder, id)
  if (more.length > 0) throw wrongCall(`${id} 不对，请写 地区 或 地区/模板。`)
  return oneTemplate(call, folder, pack, template)
}

/** Nothing that is there is written over. */
const writeAll = async (folder: string, { files, report }: Made) => {
  const { contentOf } = await import('@policyforms/core/pack')
  const all = [...files.map((file) => ({ path: file.path, content: contentOf(file) }))]
  if (report) all.push({ path: report.path, content: report.text })
  for (const { path } of all)
    if (await isThere(join(folder, path))) throw failed(`${join(folder, path)} 已经有了，没有改动。请先移走它。`)
  for (const { path, content } of all) {
    await makeFolder(dirname(join(folder, path)))
    await writeOutput(join(folder, path), content)
  }
}

export const newPack: Command = {
  name: 'new',
  usage: 'ID | ID/TEMPLATE',
  about: '新建一个地区，或在已有的地区里加一个模板：从样板、现成的模板，或 Word、文字提纲开始',
  words: [1, 1],
  options: {
    name: { type: 'string', value: 'NAME', about: '地区的全称' },
    code: { type: 'string', value: 'N', about: '六位行政区划代码，不写就按名称查' },
    from: { type: 'string', value: 'PACK|PACK/TEMPLATE', about: '从这个地区或模板复制，名称和代码换成新的' },
    outline: {
      type: 'string',
      multiple: true,
      value: 'FILE.docx|FILE.txt|-',
      about: '从 Word 或文字提纲读出模板，几份就写几次，- 表示从键盘或管道读',
    },
  },
  run: async (call): Promise<Exit> => {
    const folder = await schemasFolder(call)
    const made = await start(call, folder)
    const { tryPack } = await import('@policyforms/server/new-pack')
    const own = made.known.filter(({ path }) => path.startsWith(`${made.pack}/`))
    const { issues } = tryPack(made.pack, [...own, ...made.files], made.known)
    const isNew = new Set(made.files.map(({ path }) => path))
    const placed = issues
      .filter(({ file = '' }) => isNew.has(file))
      .map((issue) => ({ ...issue, file: join(folder, issue.file ?? '') }))
    if (hasErrors(placed)) throw faulty(placed)
    await writeAll(folder, made)
    printIssues(placed)
    if (made.report) console.log(made.report.text)
    for (const line of made.said) console.log(line)
    const templates = made.files.filter(isSchema).map(({ path }) => basename(path, '.schema.json'))
    const what = own.length > 0 ? `已在 ${join(folder, made.pack)} 加入` : `已新建 ${join(folder, made.pack)}，`
    console.log(`${what}${made.files.length} 个文件，材料：${templates.join('、')}。`)
    console.log('接着运行 policyforms check，再运行 policyforms serve 在浏览器里试填。')
    return 0
  },
}
