/* What addresses and bodies must be. Fastify checks them before a route sees them. */

const folder = {
  type: 'string',
  pattern: '^[a-z][a-z0-9-]*$',
  maxLength: 60,
  not: { enum: ['dialect', 'common', 'codes'] },
}
const count = { type: 'string', pattern: '^\\d{1,9}$' }
const revision = { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 }

const only = (properties: Readonly<Record<string, object>>, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

export const exportSchema = only({ of: { type: 'string', pattern: '^(copy|folder|\\d{1,9})$' } })
export const lookSchema = only({ as: folder })
export const importSchema = only(
  {
    as: folder,
    base: count,
    remember: { type: 'string', minLength: 1, maxLength: 40, pattern: '^[^\\u0000-\\u001f]+$' },
  },
  ['base'],
)
export const revertSchema = only({ from: revision, to: revision }, ['from', 'to'])

const side = { type: 'string', pattern: '^[a-z][a-z0-9-]*(@(copy|\\d{1,9}))?$', maxLength: 80 }
export const compareSchema = only({ left: side, right: side }, ['left', 'right'])
