const fileSystemCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const SQLITE_FULL = 13
const POSTGRES_DISK_FULL = '53100'

/** No room was left for what was to be written, whoever says so: the file system, SQLite or PostgreSQL. */
export const isDiskFull = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const { code, errcode } = { code: undefined, errcode: undefined, ...error }
  return (
    (typeof code === 'string' && (fileSystemCodes.has(code) || code === POSTGRES_DISK_FULL)) ||
    // The low byte is the primary result code; the rest says more about it.
    (typeof errcode === 'number' && (errcode & 0xff) === SQLITE_FULL) ||
    isDiskFull(error.cause)
  )
}
