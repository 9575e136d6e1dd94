import { createDeflateRaw, inflateRawSync } from 'node:zlib'

// The least that such a file costs: strings put together by hand and zlib at level 1, nothing decided, nothing checked.

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const letters = Array.from({ length: 40 }, (_, i) =>
  i < 26 ? String.fromCharCode(65 + i) : `A${String.fromCharCode(39 + i)}`,
)

/** The sheet of a plain workbook, packed. */
export const floorWrite = async (rows: readonly (readonly (string | number)[])[]): Promise<Buffer> => {
  const deflate = createDeflateRaw({ level: 1 })
  const chunks: Buffer[] = []
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk))
  let text = '<worksheet><sheetData>'
  let number = 0
  for (const row of rows) {
    number += 1
    text += `<row r="${number}">`
    for (const [i, value] of row.entries())
      text +=
        typeof value === 'number'
          ? `<c r="${letters[i]}${number}" s="1"><v>${value}</v></c>`
          : `<c r="${letters[i]}${number}" s="2" t="inlineStr"><is><t>${value.replace(/[&<>]/g, (one) => escapes[one] ?? one)}</t></is></c>`
    text += '</row>'
    if (text.length < 1 << 16) continue
    const batch = text
    text = ''
    await new Promise((resolve) => deflate.write(batch, resolve))
  }
  await new Promise((resolve) => deflate.once('end', resolve).end(`${text}</sheetData></worksheet>`))
  return Buffer.concat(chunks)
}

const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** Every value of a packed sheet, as text or number, by one pattern. */
export const floorRead = (packed: Buffer): readonly (readonly (string | number)[])[] => {
  const xml = inflateRawSync(packed).toString('utf8')
  const rows: (string | number)[][] = []
  for (const row of xml.split('<row ').slice(1)) {
    const cells: (string | number)[] = []
    for (const match of row.matchAll(/<(v|t)>([^<]*)<\//g))
      cells.push(match[1] === 'v' ? Number(match[2]) : unescaped(match[2] ?? ''))
    rows.push(cells)
  }
  return rows
}
