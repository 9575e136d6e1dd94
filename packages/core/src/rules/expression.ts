/** A CEL expression that has passed its type check: its source and the tree that is evaluated. Plain JSON. */
export interface Expression {
  readonly source: string
  readonly term: Term
  readonly type: RuleType
  /** Paths among the answers that it reads, `*` for rows; ends in an empty key where only the rows are read. */
  readonly reads: readonly (readonly string[])[]
}

export type Term =
  | { readonly op: 'literal'; readonly type: 'number' | 'text' | 'truth'; readonly value: string | boolean }
  | { readonly op: 'list'; readonly items: readonly Term[] }
  | { readonly op: 'name'; readonly name: string }
  /** A property of a record, or that property of each row of a list. */
  | { readonly op: 'get'; readonly of: Term; readonly key: string }
  | { readonly op: 'unary'; readonly operator: UnaryOperator; readonly of: Term }
  | { readonly op: 'binary'; readonly operator: BinaryOperator; readonly left: Term; readonly right: Term }
  | { readonly op: 'if'; readonly test: Term; readonly yes: Term; readonly no: Term }
  /** A parameter of the code list entry that a choice names: the table is written out, so that it needs no list. */
  | { readonly op: 'lookup'; readonly table: Readonly<Record<string, number | string>>; readonly key: Term }
  /** The row of a table, named by its pointer, that has the id; blank where there is none. */
  | { readonly op: 'row'; readonly table: string; readonly id: Term }
  /** The code whose lower bound is the highest that a number reaches: bounds stand highest first. */
  | { readonly op: 'band'; readonly bounds: readonly Bound[]; readonly of: Term }
  | { readonly op: 'call'; readonly name: string; readonly args: readonly Term[] }
  /** A macro over the items of a list, each bound to `as` in turn. */
  | { readonly op: 'each'; readonly macro: Macro; readonly over: Term; readonly as: string; readonly body: Term }

export interface Bound {
  readonly least: number
  readonly code: string
}

export type UnaryOperator = '!' | '-'
export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||' | 'in'
export type Macro = 'all' | 'exists' | 'exists_one' | 'filter' | 'map'

/** The types that rules know. Every value may also be blank: whatever reads a blank is blank itself. */
export type RuleType =
  | { readonly is: 'number' }
  /** With `codes` when it is a choice: a literal that is compared with it must be one of them. With `row` when it is the id of a row of that table. */
  | { readonly is: 'text'; readonly codes?: readonly string[]; readonly row?: readonly string[] }
  | { readonly is: 'truth' }
  /** ISO 8601 dates and months. */
  | { readonly is: 'date' }
  | { readonly is: 'list'; readonly of: RuleType }
  | { readonly is: 'record'; readonly fields: Readonly<Record<string, RuleType>> }
