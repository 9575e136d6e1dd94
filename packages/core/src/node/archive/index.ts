export { ArchiveError, type ArchiveFault, tooLarge, unreadable } from './archive-fault.ts'
export { type Archive, type PackedPart, unpack, withArchive } from './open-archive.ts'
