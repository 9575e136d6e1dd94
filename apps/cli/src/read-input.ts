import { readFile, stat } from 'node:fs/promises'
import type { Issue } from '@policyforms/core'
import { faulty } from './command.ts'

const longest = 50 * 2 ** 20

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  ENOTDIR: '没有这个文件',
  EISDIR: '它是一个文件夹',
  EACCES: '没有读取的权限',
  EPERM: '没有读取的权限',
  ELOOP: '链接绕成了圈',
}

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? String(error)
}

const unreadableFor = (path: string, reason: string, place: { line?: number; column?: number } = {}): Issue => ({
  code: 'file-unreadable',
  at: '',
  severity: 'error',
  params: { reason },
  file: path,
  ...place,
})

/** A failure of the file system as a fault of the input. */
export const unreadable = (path: string, error: unknown): Issue => unreadableFor(path, reasonOf(error))

export type Read<T> = { readonly value: T } | { readonly issues: readonly Issue[] }

/** The bytes of a file that the call names. */
export const readBytes = async (path: string): Promise<Read<Uint8Array>> => {
  try {
    const { size } = await stat(path)
    if (size > longest) {
      const params = { actual: Math.ceil(size / 2 ** 20), limit: longest / 2 ** 20 }
      return { issues: [{ code: 'file-too-big', at: '', severity: 'error', params, file: path }] }
    }
    return { value: await readFile(path) }
  } catch (error) {
    return { issues: [unreadable(path, error)] }
  }
}

/** UTF-8 text. Other encodings are told with the first place that is not UTF-8: text turned to question marks is lost for good. */
export const readText = async (path: string): Promise<Read<string>> => {
  const read = await readBytes(path)
  if ('issues' in read) return read
  const [first, second] = read.value
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { issues: [unreadableFor(path, '它是 UTF-16 编码，请另存为 UTF-8', { line: 1, column: 1 })] }
  try {
    return { value: new TextDecoder('utf-8', { fatal: true }).decode(read.value) }
  } catch {
    const before = new TextDecoder().decode(read.value).split('\uFFFD', 1)[0] ?? ''
    const lines = before.split('\n')
    const place = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
    return { issues: [unreadableFor(path, '它不是 UTF-8 编码（可能是 GBK），请另存为 UTF-8', place)] }
  }
}

/** The values, or else every fault of every file. */
export const orStop = <T>(read: Read<T>): T => {
  if ('issues' in read) throw faulty(read.issues)
  return read.value
}
