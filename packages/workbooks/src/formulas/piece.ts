import type { CodeList } from '@policyforms/core'

/** A translated term: Excel text, and what must hold of the cells for it to have a value at all. */
export interface Piece {
  readonly text: string
  readonly is: 'number' | 'text' | 'truth' | 'date'
  /** Excel conditions of which any makes the value blank: whatever reads a blank is blank itself. */
  readonly blankIf: readonly string[]
  /** Of a choice: its cell shows titles, so a code that it is compared with must become one. */
  readonly list?: CodeList
}

const distinct = (conditions: readonly string[]): readonly string[] => [...new Set(conditions)]

const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 1 ? (conditions[0] ?? '') : `OR(${conditions.join(',')})`

/** The piece with `otherwise` in place of a blank. */
export const unlessBlank = ({ text, blankIf }: Piece, otherwise: string): string =>
  blankIf.length === 0 ? text : `IF(${anyOf(distinct(blankIf))},${otherwise},${text})`

/** Whether the piece is blank, as an Excel condition. */
export const isBlankText = ({ blankIf }: Piece): string => (blankIf.length === 0 ? 'FALSE' : anyOf(distinct(blankIf)))

/** A piece made from others: blank where one of them is. */
export const join = (is: Piece['is'], text: string, parts: readonly Piece[], more: readonly string[] = []): Piece => ({
  is,
  text,
  blankIf: [...parts.flatMap((part) => part.blankIf), ...more],
})

/** A text as Excel writes it; longer ones than 255 are not allowed in a formula. */
export const quoted = (text: string): string | undefined =>
  text.length > 255 ? undefined : `"${text.replaceAll('"', '""')}"`
