import { Readable } from 'node:stream'
import { Zip, ZipPassThrough } from 'fflate'

export interface ZipEntry {
  /** Without its ending. */
  readonly name: string
  /** Asked for only when its turn comes. */
  bytes(): Promise<Uint8Array>
}

interface ZipOptions {
  /** How many entries are made at once: no more than that wait in memory. Default 1. */
  readonly ahead?: number
  readonly onProgress?: (done: number) => void
}

const distinct = (names: readonly string[]): readonly string[] => {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}（${count}）`
  })
}

/** The bytes of the entries in order, with the next ones in the making. */
async function* madeAhead(entries: readonly ZipEntry[], ahead: number): AsyncGenerator<Uint8Array> {
  const making: Promise<Uint8Array>[] = []
  const begin = (entry: ZipEntry | undefined) => {
    const made = entry?.bytes()
    // Whoever takes it is told; until then it is no unhandled rejection.
    made?.catch(() => {})
    if (made) making.push(made)
  }
  for (const entry of entries.slice(0, ahead)) begin(entry)
  for (let next = ahead; making.length > 0; next++) {
    const bytes = await making.shift()
    begin(entries[next])
    if (bytes) yield bytes
  }
}

/** A zip that is made while it is sent. Entries are stored, being packed already. */
export const zipped = (entries: readonly ZipEntry[], ending: string, options: ZipOptions = {}): Readable => {
  const { ahead = 1, onProgress } = options
  const names = distinct(entries.map((entry) => entry.name))
  const chunks = async function* () {
    const ready: Uint8Array[] = []
    const zip = new Zip((error, chunk) => {
      if (error) throw error
      ready.push(chunk)
    })
    let index = 0
    for await (const bytes of madeAhead(entries, ahead)) {
      const file = new ZipPassThrough(`${names[index]}${ending}`)
      index += 1
      zip.add(file)
      file.push(bytes, true)
      onProgress?.(index)
      yield* ready.splice(0)
    }
    zip.end()
    yield* ready.splice(0)
  }
  return Readable.from(chunks(), { objectMode: false, highWaterMark: 1 << 16 })
}
