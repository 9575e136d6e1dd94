import { isObject, type Json } from '@policyforms/core'
import { unwritten } from '@policyforms/core/editing'
import { freeName } from '../../model/free-name.ts'
import type { Entry } from '../../pack/read-entries.ts'

/** An option of a choice, as its template has it. */
export interface Option {
  readonly const: string
  readonly title: string
  readonly 'x-other'?: true
  readonly 'x-was'?: string
}

// The text may be half written; what is no option is left to the JSON beside it.
export const optionsOf = (value: Json | undefined): readonly Option[] =>
  (Array.isArray(value) ? value : []).filter((one) => isObject(one)) as unknown as readonly Option[]

const takenBy = (options: readonly Option[]) => Object.fromEntries(options.map((option) => [option.const, true]))

export const addOption = (options: readonly Option[], title = unwritten.entry): readonly Option[] => [
  ...options,
  { const: freeName(takenBy(options), 'option1'), title },
]

/** Rows that were pasted. One whose words are there already keeps its code: what was chosen stays chosen. */
export const pasteOptions = (
  options: readonly Option[],
  read: readonly Entry[],
  how: 'instead' | 'after',
): readonly Option[] =>
  read.reduce<readonly Option[]>(
    (so, { code, title, other }) => {
      if (so.some((one) => one.title === title)) return so
      const known = options.find((one) => one.title === title)
      const isFree = !so.some((one) => one.const === code)
      const fresh: Option = {
        const: isFree ? code : freeName(takenBy(so), 'option1'),
        title,
        ...(other && { 'x-other': true }),
      }
      return so.concat([known ?? fresh])
    },
    how === 'after' ? options : [],
  )

/** Another code. An option that was published leaves word of its former one, so that what was chosen follows. */
export const withConst = (option: Option, code: string, published: readonly Option[]): Option => {
  const isPublished = published.some((one) => one.const === option.const)
  const former = option['x-was'] ?? (isPublished ? option.const : undefined)
  const { 'x-was': _, ...others } = option
  return former === undefined || former === code
    ? { ...others, const: code }
    : { ...others, const: code, 'x-was': former }
}

export const withOther = (option: Option, isOther: boolean): Option => {
  const { 'x-other': _, ...plain } = option
  return isOther ? { ...plain, 'x-other': true } : plain
}
