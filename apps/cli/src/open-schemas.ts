import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Issue, Template } from '@policyforms/core'
import type { CompileOptions } from '@policyforms/core/pack'
import { type Call, faulty, textOf, wrongCall } from './command.ts'
import { hasErrors } from './print-issues.ts'

/** The folder that the call names, or `schemas`. */
export const schemasFolder = async (call: Call): Promise<string> => {
  const folder = textOf(call, 'schemas') ?? 'schemas'
  const found = await stat(folder).catch(() => undefined)
  if (!found?.isDirectory()) throw wrongCall(`没有文件夹 ${folder}，请用 --schemas 写明模板所在的文件夹。`)
  return folder
}

/** All packs of the folder; the files of issues are told from where the call stands. */
export const open = async (call: Call) => {
  const folder = await schemasFolder(call)
  const { openSchemas } = await import('@policyforms/core/node')
  const { packs, issues } = await openSchemas(folder)
  return { folder, packs, issues: issues.map((issue) => placedIn(folder, issue)) }
}

/** One pack of the folder, without the others. */
export const openOne = async (call: Call, id: string, options?: CompileOptions) => {
  const folder = await schemasFolder(call)
  const { openFolder } = await import('@policyforms/core/node')
  const { pack, issues } = openFolder(folder, id, options)
  return { folder, pack, issues: issues.map((issue) => placedIn(folder, issue)) }
}

export const placedIn = (folder: string, issue: Issue): Issue =>
  issue.file === undefined ? issue : { ...issue, file: join(folder, issue.file) }

/** The template that the call names. When its pack is at fault, its faults end the command. */
export const openTemplate = async (call: Call, id: string): Promise<Template> => {
  const { folder, pack, issues } = await openOne(call, id.split('/')[0] ?? '', { examples: false })
  const found = pack?.templates.find((template) => template.id === id)
  if (found) return found
  if (hasErrors(issues)) throw faulty(issues)
  throw wrongCall(`没有模板 ${id}。现有的模板：${(await namesOf(folder)).join('、') || '无'}。`)
}

/** `pack/template` of each file that looks like one. */
const namesOf = async (folder: string): Promise<readonly string[]> => {
  const { readSchemas } = await import('@policyforms/core/node')
  const files = await readSchemas(folder)
  return files.flatMap(({ path }) => /^((?!common\/)[^/]+\/[^/]+)\.schema\.json$/.exec(path)?.[1] ?? [])
}
