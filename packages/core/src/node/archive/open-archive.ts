import { crc32, inflateRawSync } from 'node:zlib'
import { type DirectoryEntry, limits, readDirectory, refuseRatio } from './archive-directory.ts'
import { ArchiveError, type ArchiveFault, unreadable } from './archive-fault.ts'

/** The parts of a zip file whose directory has passed the guard; each is inflated when it is asked for. */
export interface Archive {
  readonly names: readonly string[]
  /** Names that the directory has more than once; the first is the one that is read. */
  readonly repeated: readonly string[]
  readonly has: (name: string) => boolean
  /** Unpacked, as the directory says; 0 for what is not there. */
  readonly sizeOf: (name: string) => number
  /** Throws an ArchiveError when the part is damaged, larger than the directory says, or a bomb. */
  readonly bytes: (name: string) => Uint8Array
  readonly text: (name: string) => string
  /** As it stands in the file, to be copied byte for byte. */
  readonly packed: (name: string) => PackedPart
}

export interface PackedPart {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly method: 0 | 8
  /** Of the unpacked content. */
  readonly size: number
  readonly crc: number
}

const packedBytes = (file: Buffer, { offset, packed }: DirectoryEntry): Buffer => {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== 0x04034b50) throw unreadable('damaged')
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  if (start + packed > file.length) throw unreadable('truncated')
  return file.subarray(start, start + packed)
}

const inflate = (file: Buffer, entry: DirectoryEntry): Uint8Array => {
  const packed = packedBytes(file, entry)
  const bytes = entry.method === 0 ? packed : unpacked(packed, entry)
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw unreadable('damaged')
  return bytes
}

// zlib counts while it inflates and stops at the size that the directory promised.
const unpacked = (packed: Uint8Array, entry: DirectoryEntry): Uint8Array => {
  if (entry.method !== 8) throw unreadable('damaged')
  try {
    // One chunk for all: many would be held twice while they are joined.
    return inflateRawSync(packed, {
      maxOutputLength: Math.max(1, entry.size),
      chunkSize: Math.max(64, Math.min(entry.size, limits.unpacked) + 1),
    })
  } catch {
    throw unreadable('damaged')
  }
}

const archiveOf = (file: Buffer): Archive => {
  // Windows tools have written backslashes; the first entry of a name wins, so that no later one can replace it.
  const entries = new Map<string, DirectoryEntry>()
  const repeated: string[] = []
  for (const entry of readDirectory(file)) {
    const name = entry.name.replaceAll('\\', '/')
    if (entries.has(name)) repeated.push(name)
    else entries.set(name, entry)
  }
  let inflated = { size: 0, packed: 0 }
  const bytes = (name: string): Uint8Array => {
    const entry = entries.get(name)
    if (!entry) return new Uint8Array()
    inflated = { size: inflated.size + entry.size, packed: inflated.packed + entry.packed }
    refuseRatio(entry)
    refuseRatio(inflated)
    return inflate(file, entry)
  }
  return {
    names: [...entries.keys()],
    repeated,
    has: (name) => entries.has(name),
    sizeOf: (name) => entries.get(name)?.size ?? 0,
    bytes,
    packed: (name) => {
      const entry = entries.get(name)
      if (!entry || (entry.method !== 0 && entry.method !== 8)) throw unreadable('damaged')
      const { size, crc, method } = entry
      return { name, size, crc, method, bytes: Uint8Array.from(packedBytes(file, entry)) }
    },
    text: (name) => {
      const { buffer, byteOffset, byteLength } = bytes(name)
      return Buffer.from(buffer, byteOffset, byteLength)
        .toString('utf8')
        .replace(/^\uFEFF/, '')
    },
  }
}

/** Opens a file that came from outside, or says why not. What `use` meets on the way is reported the same way. */
export const withArchive = <T>(
  bytes: Uint8Array,
  use: (archive: Archive) => T,
): { readonly value: T } | { readonly fault: ArchiveFault } => {
  try {
    return { value: use(archiveOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) }
  } catch (error) {
    if (error instanceof ArchiveError) return { fault: error.fault }
    throw error
  }
}

/** All parts of a file of our own making, as text. */
export const unpack = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const archive = archiveOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return new Map(archive.names.map((name) => [name, archive.text(name)]))
}
