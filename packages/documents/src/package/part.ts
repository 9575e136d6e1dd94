import { transcode } from 'node:buffer'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

/** One file inside the package, as it is stored there. */
export interface Part {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** 8 for deflated, 0 for stored. */
  readonly method: 0 | 8
  /** Of the unpacked content. */
  readonly size: number
  readonly crc: number
}

const deflate = promisify(deflateRaw)

export const packed = async (name: string, content: Uint8Array): Promise<Part> => ({
  name,
  bytes: await deflate(content, { level: 6 }),
  method: 8,
  size: content.length,
  crc: crc32(content),
})

/** Text as UTF-8. Of long Chinese texts `Buffer.from` takes four times as long; half a surrogate pair it alone takes. */
export const encoded = (text: string): Uint8Array =>
  text.isWellFormed() ? transcode(Buffer.from(text, 'utf16le'), 'utf16le', 'utf8') : Buffer.from(text)

/** For what is compressed already, or too small to gain by it. */
export const stored = (name: string, content: Uint8Array): Part => ({
  name,
  bytes: Uint8Array.from(content),
  method: 0,
  size: content.length,
  crc: crc32(content),
})
