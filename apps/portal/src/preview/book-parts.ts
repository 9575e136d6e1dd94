import { strFromU8, unzipSync } from 'fflate'
import { type SplitBody, splitBody } from './split-body.ts'

/** What shows of a Word file: its body, cut into blocks, and all that stands around it. */
export interface BookParts {
  readonly body: SplitBody | undefined
  readonly around: Readonly<Record<string, Uint8Array>>
}

const bodyPart = 'word/document.xml'

export const bookParts = (bytes: Uint8Array): BookParts => {
  const { [bodyPart]: body, ...around } = unzipSync(bytes, { filter: ({ name }) => name.startsWith('word/') })
  return { body: body && splitBody(strFromU8(body)), around }
}

const isSame = (one: Uint8Array | undefined, other: Uint8Array | undefined) =>
  one?.length === other?.length && one?.every((byte, i) => byte === other?.[i])

/** Whether two files differ in their bodies only. */
export const areAlikeAround = (one: BookParts, other: BookParts): boolean => {
  const names = Object.keys(one.around)
  return (
    names.length === Object.keys(other.around).length &&
    names.every((name) => isSame(one.around[name], other.around[name])) &&
    one.body?.before === other.body?.before &&
    one.body?.after === other.body?.after
  )
}
