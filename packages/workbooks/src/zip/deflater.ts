import { crc32, createDeflateRaw } from 'node:zlib'

export interface Deflated {
  readonly crc: number
  readonly size: number
}

/** One part being packed. Packing runs beside the caller, at most one write behind, so that neither piles up. */
export interface Deflater {
  readonly write: (text: string | Uint8Array) => Promise<void>
  /** What has been packed since it was last asked. */
  readonly take: () => readonly Buffer[]
  readonly end: () => Promise<Deflated>
}

export const createDeflater = (level: number): Deflater => {
  const stream = createDeflateRaw({ level, chunkSize: 1 << 16 })
  const packed: Buffer[] = []
  stream.on('data', (chunk: Buffer) => packed.push(chunk))
  let [crc, size] = [0, 0]
  let pending: Promise<void> = Promise.resolve()
  return {
    write: async (text) => {
      const bytes = typeof text === 'string' ? Buffer.from(text) : text
      crc = crc32(bytes, crc)
      size += bytes.length
      await pending
      pending = new Promise((resolve, reject) => stream.write(bytes, (fault) => (fault ? reject(fault) : resolve())))
    },
    take: () => packed.splice(0),
    end: async () => {
      await pending
      await new Promise((resolve) => stream.once('end', resolve).end())
      return { crc, size }
    },
  }
}
