import { type Json, property } from '../../answers/json.ts'
import type { Lists } from '../../fields/field-kind.ts'
import { leavesOf } from '../../fields/option-text.ts'
import { isScheme, schemes } from '../../identifiers/checks.ts'
import type { Field } from '../../template/template.ts'

/** Options of one field that a search looks at. */
const mostOptions = 30

export const codesOf = (field: Field, lists: Lists): readonly string[] =>
  field.list === undefined || !Object.hasOwn(lists, field.list)
    ? []
    : leavesOf(lists[field.list]?.entries ?? []).map(({ code }) => code)

export const otherOf = (field: Field, lists: Lists): string | undefined =>
  field.list === undefined || !Object.hasOwn(lists, field.list)
    ? undefined
    : leavesOf(lists[field.list]?.entries ?? []).find(({ other }) => other)?.code

const withOption = (field: Field, lists: Lists, code: string): Json => ({
  choice: code,
  ...(code === otherOf(field, lists) && { other: '示例' }),
})

const texts = (value: Json | undefined, field: Field): readonly Json[] => {
  const samples = (field.schemes ?? []).flatMap((name) => (isScheme(name) ? [schemes[name].sample] : []))
  if (field.kind === 'identifier') return samples
  return typeof value === 'string' ? [`${value}×`, `示例${value}`] : ['示例']
}

const switched = (list: readonly Json[], code: Json): readonly Json[] =>
  list.includes(code) ? list.filter((one) => one !== code) : [...list, code]

/** Other values that a field without an order could have; undefined is none at all. */
export const movesOf = (field: Field, value: Json | undefined, lists: Lists): readonly (Json | undefined)[] => {
  const codes = codesOf(field, lists).slice(0, mostOptions)
  switch (field.kind) {
    case 'yes-no':
      return [value !== true, undefined]
    case 'choice':
    case 'cascade':
    case 'reference':
      return [...codes.filter((code) => code !== value), undefined]
    case 'open-choice':
    case 'open-cascade':
      return [
        ...codes.filter((code) => code !== property(value, 'choice')).map((code) => withOption(field, lists, code)),
        undefined,
      ]
    case 'choices':
    case 'references':
      return codes.map((code) => switched(Array.isArray(value) ? value : [], code))
    case 'open-choices': {
      const chosen = property(value, 'choices')
      return codes.map((code) => ({
        ...(typeof value === 'object' && value !== null ? value : {}),
        choices: switched(Array.isArray(chosen) ? chosen : [], code),
      }))
    }
    case 'number':
    case 'money':
    case 'percent':
    case 'year':
    case 'date':
    case 'month':
    case 'period':
      return [undefined]
    default:
      return [...texts(value, field), undefined]
  }
}
