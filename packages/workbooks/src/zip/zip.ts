import type { PackedPart } from '@policyforms/core/archive'
import { createDeflater, type Deflated, type Deflater } from './deflater.ts'
import { dataDescriptor, directoryOf, localHeader, type ZipEntry } from './zip-records.ts'

/** A part of the file: known text, what is packed already, or a deflater that others fill; `work` is awaited before it is closed. */
export interface Part {
  readonly name: string
  readonly content: () => Content
}

type Content = string | Uint8Array | Packed | Filled

/** Copied as it was packed in another file. */
type Packed = PackedPart & { readonly method: 8 }

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

async function* packed(content: Content, level: number): AsyncGenerator<Uint8Array, Deflated> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    const deflater = createDeflater(level)
    await deflater.write(content)
    return yield* rest(deflater)
  }
  if ('method' in content) {
    yield content.bytes
    return content
  }
  for await (const _ of content.work ?? []) yield* content.deflater.take()
  return yield* rest(content.deflater)
}

async function* rest(deflater: Deflater): AsyncGenerator<Uint8Array, Deflated> {
  const end = await deflater.end()
  yield* deflater.take()
  return end
}
