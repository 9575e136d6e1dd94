import type { Pointer } from '../answers/pointer.ts'
import type { Severity } from '../template/template.ts'

/** Something wrong with answers, a workbook or a pack: a closed code, a place, and what its sentence needs. */
export interface Issue {
  readonly code: IssueCode
  readonly at: Pointer
  readonly severity: Severity
  readonly params: Readonly<Record<string, string | number>>
  /** The clauses that ask for it, as `policy#clause`. */
  readonly clauses?: readonly string[]
  /** Of a pack: the file below the schemas folder, and where in it. Lines and columns count from 1. */
  readonly file?: string
  readonly line?: number
  readonly column?: number
  /** Of a workbook: the sheet's name and the cell's address. */
  readonly sheet?: string
  readonly cell?: string
  /** Of a Word file: the paragraph or cell, in words. */
  readonly place?: string
}

/** What can be wrong with answers. Each has a sentence in every language of `messages`. */
export const answerCodes = [
  'required',
  'write-none',
  'type',
  'unknown-property',
  'not-a-number',
  'too-small',
  'too-large',
  'too-many-places',
  'too-short',
  'too-long',
  'too-few-characters',
  'too-many-characters',
  'control-character',
  'pattern',
  'identifier',
  'not-a-date',
  'period-order',
  'not-an-option',
  'other-missing',
  'other-unasked',
  'duplicate',
  'row-id',
  'row-id-twice',
  'row-gone',
  'row-itself',
  'too-few-items',
  'too-many-items',
  'too-few-rows',
  'too-many-rows',
  'file-type',
  'file-size',
  'file-missing',
  'statement',
  'computed',
  'rule',
  'too-big',
] as const

/** What can be wrong with a workbook that is read back. */
export const workbookCodes = [
  'workbook-unreadable',
  'workbook-too-large',
  'workbook-other-template',
  'workbook-other-version',
  'sheet-missing',
  'column-missing',
  'row-missing',
  'cell-dropped',
  'cell-unreadable',
] as const

/** What can be wrong with a Word file that is read back. */
export const documentCodes = [
  'document-unreadable',
  'document-too-large',
  'document-other-template',
  'document-other-version',
  'place-missing',
  'place-unreadable',
  'place-unknown',
  'form-place-unknown',
  'form-option-unknown',
  'form-field-missing',
  'form-unsafe',
] as const

/** What can be wrong with a pack. */
export const packCodes = [
  'file-name',
  'file-unreadable',
  'file-too-big',
  'json-syntax',
  'duplicate-key',
  'unknown-file',
  'unknown-keyword',
  'missing-keyword',
  'wrong-value',
  'unknown-kind',
  'misplaced-block',
  'key-form',
  'reserved-key',
  'ref-remote',
  'ref-dangling',
  'ref-cycle',
  'required-unknown',
  'duplicate-title',
  'duplicate-id',
  'group-split',
  'text-markup',
  'unknown-codes',
  'duplicate-code',
  'unknown-clause',
  'unknown-role',
  'unknown-field',
  'unknown-form',
  'table-unnumbered',
  'unknown-template',
  'unknown-stage',
  'unknown-transition',
  'unknown-fact',
  'stage-unreachable',
  'stage-endless',
  'stage-after-end',
  'unsafe-pattern',
  'bad-pattern',
  'bounds-order',
  'was-in-use',
  'rule-syntax',
  'rule-name',
  'rule-type',
  'rule-option',
  'rule-argument',
  'rule-too-long',
  'rule-result',
  'rule-cycle',
  'message-value',
  'rule-untested',
  'example-missing',
  'unfinished',
  'example-fails',
  'example-unlisted',
  'example-passes',
  'example-target',
  'example-row',
  'too-deep',
] as const

/** Why something cannot be done to a case now. What is asked with it gives the codes of answers. */
export const caseCodes = [
  'case-ended',
  'case-no-start',
  'action-unknown',
  'action-stage',
  'action-role',
  'action-condition',
  'action-grounds',
  'action-incomplete',
  'action-order',
] as const

export type AnswerCode = (typeof answerCodes)[number]
export type WorkbookCode = (typeof workbookCodes)[number]
export type DocumentCode = (typeof documentCodes)[number]
export type PackCode = (typeof packCodes)[number]
export type CaseCode = (typeof caseCodes)[number]
export type IssueCode = AnswerCode | WorkbookCode | DocumentCode | PackCode | CaseCode
