import type { PackSignature, WorkingFile } from '@policyforms/core'
import { type ArchiveFault, withArchive } from '@policyforms/core/archive'
import { contentOf, isFormPath, sharedFolders } from '@policyforms/core/pack'
import { type Zippable, zipSync } from 'fflate'
import { isPlain } from '../workshop/is-plain.ts'
import { signatureFile } from './pack-signature.ts'

const most = { files: 500, bytes: 4 * 2 ** 20, all: 16 * 2 ** 20, signature: 2 ** 20 }

/** The first moment that a zip can name: the same files always give the same bytes. */
const never = new Date(1980, 0, 1)

export interface PackToSend {
  readonly files: readonly WorkingFile[]
  readonly signature: PackSignature
}

export const writePackZip = ({ files, signature }: PackToSend): Uint8Array => {
  const entries: Zippable = { [signatureFile]: Buffer.from(`${JSON.stringify(signature, null, 2)}\n`) }
  for (const file of files) entries[file.path] = Buffer.from(contentOf(file))
  return zipSync(entries, { mtime: never, level: 6 })
}

export interface PackZip {
  readonly pack: string
  readonly files: readonly WorkingFile[]
  /** The text of its signature file. */
  readonly signature?: string
}

/** Why nothing was taken from a file, as a sentence without its end. */
export interface Unusable {
  readonly refused: string
}

/** What is no zip at all, or is damaged in ways that only Office files are, is told in one sentence. */
const faultWords: Readonly<Partial<Record<ArchiveFault['reason'], string>>> = {
  empty: '文件是空的',
  encrypted: '文件加了密，读不了',
  truncated: '文件不完整，可能没有传完',
  damaged: '文件已损坏，或所写的大小与内容不符',
  file: '文件太大，超过 32 MB',
  entries: '里面的文件太多',
  unpacked: '解开以后太大',
  ratio: '压缩得反常，可能是恶意文件',
}

const named = (names: readonly string[]): string =>
  names
    .slice(0, 3)
    .map((name) => `“${name.slice(0, 80)}”`)
    .join('、') + (names.length > 3 ? ` 等 ${names.length} 个` : '')

/** Why these names cannot be those of one pack. */
const faultOfNames = (names: readonly string[], repeated: readonly string[]): string | undefined => {
  if (repeated.length > 0) return `${named(repeated)}在文件里出现了两次`
  const foreign = names.filter((name) => !isPlain(name) || !name.includes('/'))
  if (foreign.length > 0) return `里面有不该有的文件：${named(foreign)}。只能有一个地区的文件夹和 ${signatureFile}`
  const packs = [...new Set(names.map((name) => name.slice(0, name.indexOf('/'))))]
  if (packs.length !== 1)
    return packs.length === 0 ? '里面没有地区的文件' : `里面有 ${packs.length} 个文件夹：${named(packs)}`
  if (sharedFolders.includes(packs[0] ?? '')) return `${packs[0]} 是公用的文件夹，不是地区`
  if (!names.includes(`${packs[0]}/jurisdiction.json`)) return `里面没有 ${packs[0]}/jurisdiction.json`
  return names.length > most.files ? `里面的文件超过 ${most.files} 个` : undefined
}

const decoded = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The files of a zip from outside. Nothing of it is kept, and nothing of it is believed. */
export const readPackZip = (bytes: Uint8Array): PackZip | Unusable => {
  const opened = withArchive(bytes, (archive): PackZip | Unusable => {
    const entries = archive.names.filter((name) => !name.endsWith('/'))
    const names = entries.filter((name) => name !== signatureFile)
    const fault = faultOfNames(names, archive.repeated)
    if (fault !== undefined) return { refused: fault }
    let all = 0
    const files: WorkingFile[] = []
    for (const path of names) {
      const content = archive.bytes(path)
      all += content.length
      if (content.length > most.bytes) return { refused: `${path} 超过 4 MB` }
      if (all > most.all) return { refused: '解开以后超过 16 MB' }
      // An office's own Word file is kept as text in base64, as wherever else packs are files in memory.
      const text = isFormPath(path) ? Buffer.from(content).toString('base64') : decoded(content)
      if (text === undefined) return { refused: `${path} 不是 UTF-8 编码的文字` }
      files.push({ path, text })
    }
    const signed = archive.has(signatureFile) ? archive.bytes(signatureFile) : undefined
    if (signed && signed.length > most.signature) return { refused: `${signatureFile} 太大` }
    const pack = names[0]?.slice(0, names[0].indexOf('/')) ?? ''
    return { pack, files, ...(signed && { signature: decoded(signed) ?? '' }) }
  })
  return 'value' in opened ? opened.value : { refused: faultWords[opened.fault.reason] ?? '不是 zip 文件' }
}
