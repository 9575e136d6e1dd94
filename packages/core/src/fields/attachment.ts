import { type Json, property } from '../answers/json.ts'
import type { Field } from '../template/template.ts'
import { type Fault, type FieldKind, shapeFault } from './field-kind.ts'

/** What the answers hold of an uploaded file; its bytes are in the store, under `id`. */
export interface FileAnswer {
  readonly id: string
  readonly name: string
  readonly size: number
}

export const filesOf = (value: Json | undefined): readonly FileAnswer[] =>
  Array.isArray(value)
    ? value.flatMap((file: Json) => {
        const [id, name, size] = [property(file, 'id'), property(file, 'name'), property(file, 'size')]
        return typeof id === 'string' && typeof name === 'string' && typeof size === 'number'
          ? [{ id, name, size }]
          : []
      })
    : []

const fileFaults = (file: FileAnswer, at: number, field: Field): readonly Fault[] => [
  ...(field.accept && !field.accept.some((ending) => file.name.toLowerCase().endsWith(ending))
    ? [{ code: 'file-type' as const, params: { name: file.name, accept: field.accept.join('、') }, at: [at] }]
    : []),
  ...(field.maxBytes !== undefined && file.size > field.maxBytes
    ? [
        {
          code: 'file-size' as const,
          params: { name: file.name, limit: Math.floor(field.maxBytes / 2 ** 20) },
          at: [at],
        },
      ]
    : []),
]

/** The endings of file names in either case, as a regular expression. */
const endingsPattern = (endings: readonly string[]): string =>
  `(${endings
    .map((ending) => ending.replace('.', '\\.').replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`))
    .join('|')})$`

export const attachment = {
  kind: 'attachment',
  name: '附件',
  schema: (field) => ({
    type: 'array',
    items: {
      type: 'object',
      properties: {
        id: { type: 'string' },
        name: { type: 'string', ...(field.accept && { pattern: endingsPattern(field.accept) }) },
        size: { type: 'integer', minimum: 0, ...(field.maxBytes !== undefined && { maximum: field.maxBytes }) },
      },
      required: ['id', 'name', 'size'],
      additionalProperties: false,
    },
    ...(field.minItems !== undefined && { minItems: field.minItems }),
    ...(field.maxItems !== undefined && { maxItems: field.maxItems }),
  }),
  type: () => ({ is: 'list', of: { is: 'record', fields: { name: { is: 'text' }, size: { is: 'number' } } } }),
  isBlank: (value) => Array.isArray(value) && value.length === 0,
  faults: (value, field) => {
    const files = filesOf(value)
    if (!Array.isArray(value) || files.length !== value.length) return shapeFault('files')
    const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = field
    return [
      ...files.flatMap((file, i) => fileFaults(file, i, field)),
      ...(files.length < minItems ? [{ code: 'too-few-items' as const, params: { limit: minItems } }] : []),
      ...(files.length > maxItems ? [{ code: 'too-many-items' as const, params: { limit: maxItems } }] : []),
    ]
  },
  show: (value) =>
    filesOf(value)
      .map((file) => file.name)
      .join('、'),
  // A file cannot come out of a cell: the names that are printed there are matched against the draft by the caller.
  parse: (typed) => ({ fault: { code: 'file-type', params: { name: typed, accept: '' } } }),
  none: undefined,
  align: 'start',
  width: () => 28,
  wide: true,
} satisfies FieldKind

export const picture = { ...attachment, kind: 'picture', name: '图片' } satisfies FieldKind
