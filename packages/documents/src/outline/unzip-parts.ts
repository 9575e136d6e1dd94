import { strFromU8, unzipSync } from 'fflate'
import { OutlineRefused } from './outline-block.ts'

const limits = { file: 32 * 2 ** 20, part: 24 * 2 ** 20, ratio: 200, free: 2 * 2 ** 20 }

const startsWith = (bytes: Uint8Array, ...start: readonly number[]) => start.every((byte, i) => bytes[i] === byte)

const refuseOthers = (bytes: Uint8Array) => {
  if (bytes.length === 0) throw new OutlineRefused('这个文件是空的。')
  if (bytes.length > limits.file) throw new OutlineRefused('这个文件超过 32 MB，没有读取。')
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new OutlineRefused('这是旧格式（.doc）或加了密码的文件，请在 Word 里另存为不加密的 .docx。')
  if (!startsWith(bytes, 0x50, 0x4b)) throw new OutlineRefused('这不是 Word 文件（.docx）。')
}

/** The parts of a Word file that an outline is read from. Sizes are looked at before anything is unpacked. */
export const unzipParts = (bytes: Uint8Array, wanted: readonly string[]): Readonly<Record<string, string>> => {
  refuseOthers(bytes)
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (!wanted.includes(name)) return false
        const grows = originalSize > limits.free && originalSize > limits.ratio * Math.max(1, size)
        if (originalSize > limits.part || grows)
          throw new OutlineRefused(`这个 Word 文件展开后过大（${name}），没有读取。`)
        return true
      },
    })
    return Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, strFromU8(part).replace(/^\uFEFF/, '')]),
    )
  } catch (error) {
    if (error instanceof OutlineRefused) throw error
    throw new OutlineRefused('这个文件已损坏，或不是 Word 文件（.docx）。')
  }
}
