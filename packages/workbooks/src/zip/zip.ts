import { createDeflater, type Deflated, type Deflater } from './deflater.ts'
import { dataDescriptor, directoryOf, localHeader, type ZipEntry } from './zip-records.ts'

/** A part of the file: known text, or a deflater that others fill; `work` is awaited before it is closed. */
export interface Part {
  readonly name: string
  readonly content: () => string | Uint8Array | Filled
}

export interface Filled {
  readonly deflater: Deflater
  /** Does the filling, pausing wherever packed bytes may be sent on. */
  readonly work?: AsyncIterable<unknown>
}

/** The bytes of a zip file, in the order of its parts. A part's content is asked for only when its turn has come. */
export async function* zipOf(parts: Iterable<Part>, level: number): AsyncGenerator<Uint8Array> {
  const entries: ZipEntry[] = []
  let at = 0
  for (const part of parts) {
    const offset = at
    const header = localHeader(part.name)
    at += header.length
    yield header
    const start = at
    const packing = packed(part.content(), level)
    let step = await packing.next()
    while (!step.done) {
      at += step.value.length
      yield step.value
      step = await packing.next()
    }
    const entry = { name: part.name, ...step.value, packed: at - start, offset }
    const descriptor = dataDescriptor(entry)
    at += descriptor.length
    yield descriptor
    entries.push(entry)
  }
  yield directoryOf(entries, at)
}

async function* packed(content: string | Uint8Array | Filled, level: number): AsyncGenerator<Buffer, Deflated> {
  const filled = typeof content === 'string' || content instanceof Uint8Array ? undefined : content
  const deflater = filled?.deflater ?? createDeflater(level)
  if (!filled) await deflater.write(content as string | Uint8Array) // narrowed by `filled`
  for await (const _ of filled?.work ?? []) yield* deflater.take()
  const end = await deflater.end()
  yield* deflater.take()
  return end
}
