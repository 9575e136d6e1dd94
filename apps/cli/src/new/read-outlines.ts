import { basename } from 'node:path'
import type { Draft } from '@policyforms/documents'
import { failed } from '../command.ts'
import { orStop, readBytes, readText } from '../read-input.ts'

const fromInput = async (): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}

const contentOf = async (file: string): Promise<Uint8Array | string> => {
  if (/\.docx?$/i.test(file)) return orStop(await readBytes(file))
  return file === '-' ? fromInput() : orStop(await readText(file))
}

/** What outlines say, and how each file is called; one that is refused ends the command with the reason. */
export const readOutlines = async (
  files: readonly string[],
): Promise<readonly { readonly draft: Draft; readonly shown: string }[]> => {
  if (files.length === 0) return []
  const { readOutline } = await import('@policyforms/server/new-pack')
  const { OutlineRefused } = await import('@policyforms/documents')
  const read = async (file: string) => {
    try {
      const { draft } = await readOutline(await contentOf(file))
      return { draft, shown: file === '-' ? '粘贴的提纲' : basename(file) }
    } catch (error) {
      throw error instanceof OutlineRefused ? failed(`${file}：${error.message}`) : error
    }
  }
  const found = []
  for (const file of files) found.push(await read(file))
  return found
}
