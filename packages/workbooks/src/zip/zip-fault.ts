/** Why a file was refused before any of it was read. */
export type ZipFault =
  | { readonly code: 'workbook-unreadable'; readonly reason: UnreadableReason }
  | { readonly code: 'workbook-too-large'; readonly reason: TooLargeReason }

export type UnreadableReason =
  | 'empty'
  | 'not-a-workbook'
  | 'old-format'
  | 'binary-format'
  | 'encrypted'
  | 'truncated'
  | 'damaged'
  | 'entities'
export type TooLargeReason = 'file' | 'entries' | 'unpacked' | 'ratio'

/** Carries a fault out of the unpacking of a part; caught where the file was opened. */
export class ZipError extends Error {
  readonly fault: ZipFault
  constructor(fault: ZipFault) {
    super(`${fault.code}: ${fault.reason}`)
    this.fault = fault
  }
}

export const unreadable = (reason: UnreadableReason) => new ZipError({ code: 'workbook-unreadable', reason })
export const tooLarge = (reason: TooLargeReason) => new ZipError({ code: 'workbook-too-large', reason })
