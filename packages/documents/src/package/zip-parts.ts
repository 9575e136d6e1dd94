import { type AsyncFlateStreamHandler, Zip } from 'fflate'
import type { Part } from './part.ts'

/** The first moment that a zip can name: the same book always has the same bytes. */
const never = new Date(1980, 0, 1)

/** Puts parts that are packed already into one zip. */
export const zipParts = (parts: readonly Part[]): Uint8Array => {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for (const { name, bytes, method, size, crc } of parts) {
    // `add` sets the handler; until then nothing calls it.
    const nobody: AsyncFlateStreamHandler = () => undefined
    const file = { filename: name, size, crc, compression: method, mtime: never, ondata: nobody }
    zip.add(file)
    file.ondata(null, bytes, true)
  }
  zip.end()
  return new Uint8Array(Buffer.concat(chunks))
}
