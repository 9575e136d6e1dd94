export type { GridCell, OutlineBlock, OutlineGrid, OutlineParagraph } from '@policyforms/core'

/** The file is not what it should be, or would do harm; the sentence says which. */
export class OutlineRefused extends Error {}
