import type { Json } from '../answers/json.ts'
import type { AnswerCode } from '../issues/issue.ts'
import type { RuleType } from '../rules/expression.ts'
import type { CodeList } from '../template/code-list.ts'
import type { Field } from '../template/template.ts'

/** The code lists of a template, by name. */
export type Lists = Readonly<Record<string, CodeList>>

/** A fragment of plain JSON Schema 2020-12. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/** One thing wrong with a value; `at` leads to a part of it. */
export interface Fault {
  readonly code: AnswerCode
  readonly params?: Readonly<Record<string, string | number>>
  readonly at?: readonly (string | number)[]
}

/** A text that was typed or pasted into one cell, understood or not. */
export type Parsed = { readonly value: Json } | { readonly fault: Fault }

export type None = '无' | 0

/** A kind of field: one plain object. Each question must be answered; the outputs ask nothing else of it. */
export interface FieldKind {
  readonly kind: string
  /** What staff call it. */
  readonly name: string
  /** The value in plain JSON Schema, for any other tool. */
  readonly schema: (field: Field, lists: Lists) => JsonSchema
  /** What rules take it for. */
  readonly type: (field: Field, lists: Lists) => RuleType
  /** Nothing has been said yet. Absent values never get here. */
  readonly isBlank: (value: Json) => boolean
  /** All that is wrong with a value that is not blank. */
  readonly faults: (value: Json, field: Field, lists: Lists) => readonly Fault[]
  /** The value as it is printed, without its unit. Total: a wrong value prints as itself. */
  readonly show: (value: Json, field: Field, lists: Lists) => string
  /** The inverse of `show`, and kind to full-width digits, spaces and thousands separators. */
  readonly parse: (text: string, field: Field, lists: Lists) => Parsed
  /** What is written where there is nothing to say: 无 or 0. Undefined where a kind has no such value. */
  readonly none: None | undefined
  readonly align: 'start' | 'center' | 'end'
  /** Half-width characters that a column of it wants. */
  readonly width: (field: Field, lists: Lists) => number
  /** Takes the whole width unless the template says otherwise. */
  readonly wide: boolean
}

export const shapeFault = (expected: string): readonly Fault[] => [{ code: 'type', params: { expected } }]
