import type { Path } from '@policyforms/core'

/** Word refuses a file with a longer tag. */
const longest = 64
/** Room for `.from` or `#12345` behind it. */
const room = 6

/** FNV-1a in 64 bits: tags must be told apart, not kept secret. */
const hashOf = (text: string): string => {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(36)
}

const shortened = (tag: string, most: number): string => {
  if (tag.length <= most) return tag
  const mark = `~${hashOf(tag)}`
  return `${tag.slice(0, most - mark.length)}${mark}`
}

/** By what a control names its answer: keys with dots, as the places in an office's own file are written. Rows share a tag. */
export const tagOf = (path: Path): string => shortened(path.filter((key) => key !== '*').join('.'), longest - room)

/** The parts of an answer that have controls of their own: an end of a period, a file by its number. */
export const partTag = (path: Path, part: '.from' | '.to' | `#${number}`): string => `${tagOf(path)}${part}`

/** The box of an option. */
export const optionTag = (path: Path, code: string): string => shortened(`${tagOf(path)}=${code}`, longest)

/** The text that an option such as 其他 asks for. */
export const otherTag = (path: Path, code: string): string => optionTag(path, `${code}.other`)

/** The number of a row that others refer to; an id has 64 characters at most, of which the first 63 will do. */
export const rowTag = (id: string): string => `#${id.slice(0, longest - 1)}`

/** Of a line that is signed by hand: no answer, but what stands in it is none of the date beside it either. */
export const signatureTag = '.signature'
