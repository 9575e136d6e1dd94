import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { SourceFile } from '@policyforms/core/pack'
import type { Draft } from '@policyforms/documents'
import { type Call, type Command, type Exit, failed, faulty, textOf, wrongCall } from '../command.ts'
import { schemasFolder } from '../open-schemas.ts'
import { hasErrors, printIssues } from '../print-issues.ts'
import { orStop, readBytes, readText } from '../read-input.ts'
import { makeFolder, writeOutput } from '../write-output.ts'

interface Made {
  readonly files: readonly SourceFile[]
  /** What a person should read, beside the files. */
  readonly report?: string
  readonly said: readonly string[]
}

const nameAndCode = (call: Call) => {
  const name = textOf(call, 'name')?.trim()
  if (!name) throw wrongCall('缺少 --name，请写地区的全称，如 --name 某某省。')
  if (name.length > 40) throw wrongCall('--name 不能超过 40 个字。')
  const code = textOf(call, 'code')
  if (code !== undefined && !/^\d{6}$/.test(code))
    throw wrongCall(`--code ${code} 不对，请写六位行政区划代码，如 --code 990000。`)
  return { name, ...(code !== undefined && { code }) }
}

const start = async (
  call: Call,
  folder: string,
): Promise<Made & { readonly id: string; readonly known: readonly SourceFile[] }> => {
  const [id = ''] = call.words
  const { idFault, newPack, PackRefused, outlineReport, templateName } = await import('@policyforms/server/new-pack')
  const fault = idFault(id, [])
  if (fault) throw wrongCall(fault)
  const named = nameAndCode(call)
  const [from, outline] = [textOf(call, 'from'), textOf(call, 'outline')]
  if (from !== undefined && outline !== undefined) throw wrongCall('--from 和 --outline 只能写一个。')
  if (await stat(join(folder, id)).catch(() => undefined))
    throw failed(`${join(folder, id)} 已经有了，没有改动。请换一个名字，或先移走它。`)
  const { readSchemas } = await import('@policyforms/core/node')
  const known = await readSchemas(folder)
  const draft = outline === undefined ? undefined : await draftOf(outline)
  try {
    const wanted = { id, ...named, ...(from !== undefined && { from }), ...(draft && { outline: draft }) }
    const made = await newPack(wanted, known)
    if (!draft || outline === undefined) return { id, known, ...made }
    const shown = outline === '-' ? '粘贴的提纲' : basename(outline)
    const report = outlineReport(draft, shown, `${templateName(draft.title.join(''))}.schema.json`)
    const said = [...made.said, `每一处的来源和要回答的问题也写在 ${id}/outline-report.md。`]
    return { id, known, ...made, said, report }
  } catch (error) {
    if (error instanceof PackRefused) throw wrongCall(error.message)
    throw error
  }
}

const fromInput = async (): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}

/** What an outline says; a file that is refused ends the command with the reason. */
const draftOf = async (file: string): Promise<Draft> => {
  const { readOutline } = await import('@policyforms/server/new-pack')
  const { OutlineRefused } = await import('@policyforms/documents')
  const given = /\.docx?$/i.test(file)
    ? orStop(await readBytes(file))
    : file === '-'
      ? await fromInput()
      : orStop(await readText(file))
  try {
    return (await readOutline(given)).draft
  } catch (error) {
    if (error instanceof OutlineRefused) throw failed(`${file}：${error.message}`)
    throw error
  }
}

/** Everything or nothing: the folder appears when all its files are there. */
const writeAll = async (folder: string, { files, report }: Made, id: string) => {
  const { contentOf } = await import('@policyforms/core/pack')
  for (const { path, text } of files) {
    await makeFolder(dirname(join(folder, path)))
    await writeOutput(join(folder, path), contentOf({ path, text }))
  }
  if (report !== undefined) await writeOutput(join(folder, id, 'outline-report.md'), report)
}

export const newPack: Command = {
  name: 'new',
  usage: 'ID',
  about: '新建一个地区：从样板、邻近的地区，或现成的 Word、文字提纲开始',
  words: [1, 1],
  options: {
    name: { type: 'string', value: 'NAME', about: '地区的全称' },
    code: { type: 'string', value: 'N', about: '六位行政区划代码，不写就按名称查' },
    from: { type: 'string', value: 'PACK', about: '从这个地区复制，名称和代码换成新的' },
    outline: {
      type: 'string',
      value: 'FILE.docx|FILE.txt|-',
      about: '从 Word 或文字提纲读出模板，- 表示从键盘或管道读',
    },
  },
  run: async (call): Promise<Exit> => {
    const folder = await schemasFolder(call)
    const made = await start(call, folder)
    const { tryPack } = await import('@policyforms/server/new-pack')
    const { issues, pack } = tryPack(made.id, made.files, made.known)
    const placed = issues.map((issue) => ({ ...issue, file: join(folder, issue.file ?? '') }))
    if (hasErrors(placed)) throw faulty(placed)
    await writeAll(folder, made, made.id)
    printIssues(placed)
    if (made.report !== undefined) console.log(made.report)
    for (const line of made.said) console.log(line)
    const templates = pack?.templates.map((template) => basename(template.id)).join('、')
    console.log(`已新建 ${join(folder, made.id)}，${made.files.length} 个文件，材料：${templates}。`)
    console.log('接着运行 policyforms check，再运行 policyforms serve 在浏览器里试填。')
    return 0
  },
}
