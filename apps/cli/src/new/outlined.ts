import { basename } from 'node:path'
import type { SourceFile } from '@policyforms/core/pack'
import { type OutlineBlock, OutlineRefused } from '@policyforms/documents'
import { failed } from '../command.ts'
import { orStop, readBytes, readText } from '../read-input.ts'
import { outlineFiles, templateName } from './outline-pack.ts'
import { outlineReport } from './outline-report.ts'

const fromInput = async (): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}

const longest = 2 ** 20

const blocksOf = async (file: string): Promise<readonly OutlineBlock[]> => {
  const documents = await import('@policyforms/documents')
  if (/\.docx?$/i.test(file)) return documents.readWord(orStop(await readBytes(file)))
  const text = file === '-' ? await fromInput() : orStop(await readText(file))
  if (text.length > longest) throw new OutlineRefused('提纲超过 1 MB，没有读取。')
  if (text.trim() === '') throw new OutlineRefused('提纲是空的。')
  return documents.readText(text)
}

/** A pack from an outline; a file that is refused ends the command with the reason. */
export const outlined = async (file: string, id: string, jurisdiction: SourceFile, known: readonly SourceFile[]) => {
  const { draftOutline } = await import('@policyforms/documents')
  try {
    const draft = draftOutline(await blocksOf(file))
    const files = [jurisdiction, ...(await outlineFiles(id, draft, jurisdiction, known))]
    const name = `${templateName(draft.title.join(''))}.schema.json`
    const shown = file === '-' ? '粘贴的提纲' : basename(file)
    return {
      files,
      report: outlineReport(draft, shown, name),
      said: [`每一处的来源和要回答的问题也写在 ${id}/outline-report.md。`],
    }
  } catch (error) {
    if (error instanceof OutlineRefused) throw failed(`${file}：${error.message}`)
    throw error
  }
}
