import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Issue, Template } from '@policyforms/core'
import { type Call, faulty, textOf, wrongCall } from './command.ts'
import { hasErrors } from './print-issues.ts'
import { unreadable } from './read-input.ts'

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
  const { packs, issues, template } = await openSchemas(folder).catch((error) => {
    // A file that may not be read is a fault of the input; anything else is one of ours.
    const path = error instanceof Error && 'path' in error ? String(error.path) : undefined
    throw path === undefined ? error : faulty([unreadable(path, error)])
  })
  return { folder, packs, issues: issues.map((issue) => placedIn(folder, issue)), template }
}

export const placedIn = (folder: string, issue: Issue): Issue =>
  issue.file === undefined ? issue : { ...issue, file: join(folder, issue.file) }

/** The template that the call names. When its pack is at fault, its faults end the command. */
export const openTemplate = async (call: Call, id: string): Promise<Template> => {
  const { folder, packs, issues, template } = await open(call)
  const found = template(id)
  if (found) return found
  const pack = join(folder, id.split('/')[0] ?? '', '/')
  const own = issues.filter((issue) => issue.file?.startsWith(pack))
  if (hasErrors(own)) throw faulty(own)
  const known = packs.flatMap((one) => one.templates.map((each) => each.id))
  throw wrongCall(`没有模板 ${id}。现有的模板：${known.join('、') || '无'}。`)
}
