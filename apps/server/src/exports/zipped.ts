import { Readable } from 'node:stream'
import { Zip, ZipPassThrough } from 'fflate'

export interface ZipEntry {
  /** Without its ending. */
  readonly name: string
  /** Asked for only when its turn comes. */
  bytes(): Promise<Uint8Array>
}

const distinct = (names: readonly string[]): readonly string[] => {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}（${count}）`
  })
}

/** A zip that is made while it is sent: one entry in memory at a time. Entries are stored, being packed already. */
export const zipped = (entries: readonly ZipEntry[], ending: string): Readable => {
  const names = distinct(entries.map((entry) => entry.name))
  const chunks = async function* () {
    const ready: Uint8Array[] = []
    const zip = new Zip((error, chunk) => {
      if (error) throw error
      ready.push(chunk)
    })
    for (const [index, entry] of entries.entries()) {
      const file = new ZipPassThrough(`${names[index]}${ending}`)
      zip.add(file)
      file.push(await entry.bytes(), true)
      yield* ready.splice(0)
    }
    zip.end()
    yield* ready.splice(0)
  }
  return Readable.from(chunks(), { objectMode: false })
}
