import type { Deflated } from './deflater.ts'

/** The records of a zip file (PKWARE APPNOTE 6.3), as far as a workbook needs them. */
export interface ZipEntry extends Deflated {
  readonly name: string
  readonly packed: number
  readonly offset: number
}

// Bit 3: sizes follow the data; bit 11: names are UTF-8. 1980-01-01, so that the same content gives the same bytes.
const [flags, method, time, date] = [0x0808, 8, 0, 0x21]

const record = (length: number, fields: readonly (readonly [number, 2 | 4, number])[], tail = Buffer.alloc(0)) => {
  const bytes = Buffer.alloc(length)
  for (const [at, width, value] of fields) bytes.writeUIntLE(value, at, width)
  return Buffer.concat([bytes, tail])
}

export const localHeader = (name: string): Buffer => {
  const tail = Buffer.from(name)
  return record(
    30,
    [
      [0, 4, 0x04034b50],
      [4, 2, 20],
      [6, 2, flags],
      [8, 2, method],
      [10, 2, time],
      [12, 2, date],
      [26, 2, tail.length],
    ],
    tail,
  )
}

export const dataDescriptor = ({ crc, size, packed }: ZipEntry): Buffer =>
  record(16, [
    [0, 4, 0x08074b50],
    [4, 4, crc],
    [8, 4, packed],
    [12, 4, size],
  ])

const centralHeader = ({ name, crc, size, packed, offset }: ZipEntry): Buffer => {
  const tail = Buffer.from(name)
  return record(
    46,
    [
      [0, 4, 0x02014b50],
      [4, 2, 20],
      [6, 2, 20],
      [8, 2, flags],
      [10, 2, method],
      [12, 2, time],
      [14, 2, date],
      [16, 4, crc],
      [20, 4, packed],
      [24, 4, size],
      [28, 2, tail.length],
      [42, 4, offset],
    ],
    tail,
  )
}

export const directoryOf = (entries: readonly ZipEntry[], offset: number): Buffer => {
  const headers = Buffer.concat(entries.map(centralHeader))
  const end = record(22, [
    [0, 4, 0x06054b50],
    [8, 2, entries.length],
    [10, 2, entries.length],
    [12, 4, headers.length],
    [16, 4, offset],
  ])
  return Buffer.concat([headers, end])
}
