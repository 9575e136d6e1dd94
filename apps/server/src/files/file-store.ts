import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { headLength } from './signatures.ts'

/** A file that has arrived whole and is on disk, but not yet kept. */
interface Arrived {
  readonly sha256: string
  readonly size: number
  /** Its first bytes. */
  readonly head: Buffer
  keep(): Promise<void>
  discard(): Promise<void>
}

export interface FileStore {
  /** Writes a stream to disk. When the stream fails or the disk is full, nothing is left and the promise rejects. */
  receive(stream: Readable): Promise<Arrived>
  stream(sha256: string): Readable
  read(sha256: string): Promise<Uint8Array>
}

const DAY = 86_400_000

const syncFolder = async (path: string) => {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

/** A crash in the middle of an upload leaves its half behind; nobody is waiting for one that is a day old. */
const removeHalves = async (folder: string) => {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > DAY) await rm(path, { force: true })
  }
}

/** Uploaded files under a folder, named by the hash of what is in them, so that one file lies there once. */
export const openFiles = async (root: string): Promise<FileStore> => {
  const incoming = join(root, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await removeHalves(incoming)
  const folderOf = (sha256: string) => join(root, sha256.slice(0, 2))
  const pathOf = (sha256: string) => join(folderOf(sha256), sha256)

  return {
    receive: async (stream) => {
      const path = join(incoming, randomUUID())
      const hash = createHash('sha256')
      const head: Buffer[] = []
      let size = 0
      try {
        await pipeline(
          stream,
          async function* (chunks: AsyncIterable<Buffer>) {
            for await (const chunk of chunks) {
              if (size < headLength) head.push(chunk.subarray(0, headLength - size))
              size += chunk.length
              hash.update(chunk)
              yield chunk
            }
          },
          createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
        )
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      const sha256 = hash.digest('hex')
      return {
        sha256,
        size,
        head: Buffer.concat(head),
        keep: async () => {
          await mkdir(folderOf(sha256), { recursive: true, mode: 0o700 })
          await rename(path, pathOf(sha256))
          await syncFolder(folderOf(sha256))
          await syncFolder(root)
        },
        discard: () => rm(path, { force: true }),
      }
    },
    stream: (sha256) => createReadStream(pathOf(sha256)),
    read: (sha256) => readFile(pathOf(sha256)),
  }
}
