import { textOfJson } from '../answers/json.ts'
import { isScheme, normalizeIdentifier, schemes } from '../identifiers/checks.ts'
import { type FieldKind, shapeFault } from './field-kind.ts'

/** A code with a check digit or a fixed form; one of the field's schemes must hold. */
export const identifier = {
  kind: 'identifier',
  name: '证照号码',
  schema: (field) => {
    const forms = (field.schemes ?? []).filter(isScheme).map((name) => ({ pattern: schemes[name].pattern.source }))
    return { type: 'string', ...(forms.length === 1 ? forms[0] : { anyOf: forms }) }
  },
  type: () => ({ is: 'text' }),
  isBlank: (value) => typeof value === 'string' && value.trim() === '',
  faults: (value, field) => {
    if (typeof value !== 'string') return shapeFault('text')
    const names = (field.schemes ?? []).filter(isScheme)
    const plain = normalizeIdentifier(value, names)
    if (plain === value && names.some((name) => schemes[name].holds(plain))) return []
    const [first] = names
    return [
      {
        code: 'identifier',
        params: {
          value,
          scheme: names.map((name) => schemes[name].name).join('或'),
          sample: first ? schemes[first].sample : '',
        },
      },
    ]
  },
  show: (value) => textOfJson(value),
  parse: (typed, field) => ({ value: normalizeIdentifier(typed, field.schemes ?? []) }),
  none: undefined,
  align: 'start',
  width: (field) => (field.schemes?.includes('postcode') ? 8 : 22),
  wide: false,
} satisfies FieldKind
