import { textOfJson } from '../answers/json.ts'
import { type FieldKind, shapeFault } from './field-kind.ts'

export const yesNo = {
  kind: 'yes-no',
  name: '是否',
  schema: () => ({ type: 'boolean' }),
  type: () => ({ is: 'truth' }),
  isBlank: (value) => value === null,
  faults: (value) => (typeof value === 'boolean' ? [] : shapeFault('truth')),
  show: (value) => (value === true ? '是' : value === false ? '否' : textOfJson(value)),
  parse: (typed) => {
    const plain = typed.normalize('NFKC').trim()
    if (/^(是|有|对|√|✓|✔|☑|■|1|true|yes|y)$/i.test(plain)) return { value: true }
    if (/^(否|无|不是|没有|×|✗|✘|☐|□|0|false|no|n)$/i.test(plain)) return { value: false }
    return { fault: { code: 'not-an-option', params: { value: typed } } }
  },
  none: undefined,
  align: 'center',
  width: () => 6,
  wide: false,
} satisfies FieldKind

/** A declaration that must be confirmed as it stands. */
export const statement = {
  ...yesNo,
  kind: 'statement',
  name: '承诺声明',
  schema: (field) => (field.required ? { const: true } : { type: 'boolean' }),
  isBlank: (value) => value === null || value === false,
  faults: (value) => (value === true ? [] : [{ code: 'statement' }]),
  show: (value) => (value === true ? '已确认' : '未确认'),
  parse: (typed) => {
    if (typed.trim() === '已确认') return { value: true }
    return typed.trim() === '未确认' ? { value: false } : yesNo.parse(typed)
  },
  wide: true,
} satisfies FieldKind
