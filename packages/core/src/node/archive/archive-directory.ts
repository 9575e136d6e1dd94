import { tooLarge, type UnreadableReason, unreadable } from './archive-fault.ts'

/**
 * What an Office file may be at most. A fill-in workbook of 10,000 × 40 cells unpacks to about 30 MB. The ratio is that of
 * what is inflated, part by part and all together: padding hides no bomb, and a blank picture that is copied is none.
 */
export const limits = { file: 32 * 2 ** 20, entries: 1000, unpacked: 64 * 2 ** 20, ratio: 200, free: 4 * 2 ** 20 }

/** One part as the directory describes it; whether that is true shows when it is inflated. */
export interface DirectoryEntry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, i) => bytes[i] === byte)

/** The end record lies in the last 64 KB, before a comment. */
const endRecord = (file: Buffer): number => file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]), file.length - 22)

const names = (file: Buffer, name: string) => file.includes(Buffer.from(name, 'utf16le'))

const compoundReason = (file: Buffer): UnreadableReason => {
  if (names(file, 'EncryptedPackage')) return 'encrypted'
  return names(file, 'WordDocument') ? 'old-document' : 'old-format'
}

/** A CSV or other text that was given the ending of an Office file. */
const isText = (file: Buffer) => !file.subarray(0, 4096).includes(0)

const refuseOthers = (file: Buffer) => {
  if (file.length === 0) throw unreadable('empty')
  if (file.length > limits.file) throw tooLarge('file')
  // A compound file: a password-protected document keeps its parts in EncryptedPackage; otherwise it is an .xls or .doc.
  if (startsWith(file, [0xd0, 0xcf, 0x11, 0xe0])) throw unreadable(compoundReason(file))
  if (!startsWith(file, [0x50, 0x4b])) throw unreadable(isText(file) ? 'text-format' : 'other')
}

/** Reads the central directory and refuses what could not be an Office file. Nothing is inflated. */
export const readDirectory = (file: Buffer): readonly DirectoryEntry[] => {
  refuseOthers(file)
  const end = endRecord(file)
  if (end < 0 || end + 22 > file.length) throw unreadable('truncated')
  const count = file.readUInt16LE(end + 10)
  if (count > limits.entries) throw tooLarge('entries')
  const [length, start] = [file.readUInt32LE(end + 12), file.readUInt32LE(end + 16)]
  if (start + length > end) throw unreadable('truncated')
  const entries: DirectoryEntry[] = []
  for (let at = start; entries.length < count; ) {
    if (at + 46 > end || file.readUInt32LE(at) !== 0x02014b50) throw unreadable('damaged')
    if (file.readUInt16LE(at + 8) & 1) throw unreadable('encrypted')
    const names = file.readUInt16LE(at + 28)
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + names),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    })
    at += 46 + names + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  refuseSizes(entries, file.length)
  return entries
}

const refuseSizes = (entries: readonly DirectoryEntry[], length: number) => {
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  if (packed > length) throw unreadable('damaged')
  if (total > limits.unpacked) throw tooLarge('unpacked')
}

/** What is smaller than `free` does no harm. */
export const refuseRatio = ({ size, packed }: Pick<DirectoryEntry, 'size' | 'packed'>) => {
  if (size > limits.free && size > limits.ratio * packed) throw tooLarge('ratio')
}
