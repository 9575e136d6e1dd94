import type { Json, Table } from '@policyforms/core'

/** How many rows stand on paper: those that were added, and in a table without any, empty ones to be filled by hand. */
export const rowsToPrint = ({ fixedRows, printedRows }: Table, value: Json | undefined): number => {
  const given = Array.isArray(value) ? value.length : 0
  return given > 0 && !fixedRows ? given : Math.max(given, printedRows, 1)
}
