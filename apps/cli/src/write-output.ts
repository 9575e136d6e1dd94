import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { failed } from './command.ts'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: '它所在的文件夹不存在',
  ENOTDIR: '它的上级不是文件夹',
  EISDIR: '它是一个文件夹',
  EACCES: '没有写入的权限',
  EPERM: '没有写入的权限',
  EROFS: '这个磁盘是只读的',
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已用完',
  ENAMETOOLONG: '文件名太长',
  EEXIST: '同名的文件挡住了文件夹',
  EBUSY: '文件正被别的程序使用',
}

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}

/** Written beside its place and then renamed: a reader never sees half of it, a failure leaves what was there. */
export const writeOutput = async (
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
): Promise<void> => {
  const half = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  try {
    const file = await open(half, 'wx')
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true }).catch(() => {}) // the first fault is the one to tell
    throw failed(`无法写入 ${path}：${reasonOf(error)}。原有的文件没有改动。`)
  }
}

export const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path, { recursive: true })
  } catch (error) {
    throw failed(`无法建立文件夹 ${path}：${reasonOf(error)}。`)
  }
}
