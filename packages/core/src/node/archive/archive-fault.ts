/** Why a file was refused before any of it was read. */
export type ArchiveFault =
  | { readonly is: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly is: 'too-large'; readonly reason: TooLargeReason }

/** `old-format`: a compound file, such as .xls; `old-document`: one that holds a .doc. `other`: no zip, or one that holds something else. */
export type UnreadableReason =
  | 'empty'
  | 'old-document'
  | 'word-format'
  | 'text-format'
  | 'macros'
  | 'other'
  | 'old-format'
  | 'binary-format'
  | 'encrypted'
  | 'truncated'
  | 'damaged'
  | 'entities'
type TooLargeReason = 'file' | 'entries' | 'unpacked' | 'ratio' | 'elements' | 'depth' | 'strings' | 'row'

/** Carries a fault out of the unpacking of a part; caught where the file was opened. */
export class ArchiveError extends Error {
  readonly fault: ArchiveFault
  constructor(fault: ArchiveFault) {
    super(`${fault.is}: ${fault.reason}`)
    this.fault = fault
  }
}

export const unreadable = (reason: UnreadableReason) => new ArchiveError({ is: 'unreadable', reason })
export const tooLarge = (reason: TooLargeReason) => new ArchiveError({ is: 'too-large', reason })
