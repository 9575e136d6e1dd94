/* What the bodies and queries must be. Fastify checks them before a route sees them. */

const revision = { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 }
const id = { type: 'string', minLength: 1, maxLength: 200 }

export const newDraftSchema = {
  type: 'object',
  properties: { template: id },
  required: ['template'],
  additionalProperties: false,
}

export const listSchema = {
  type: 'object',
  properties: { state: { enum: ['draft', 'submitted', 'deleted'] }, q: { type: 'string', maxLength: 200 } },
}

export const patchSchema = {
  type: 'object',
  properties: {
    base: revision,
    sections: { type: 'object', maxProperties: 500 },
    tab: { type: 'string', minLength: 1, maxLength: 64, pattern: '^[\\w-]+$' },
    turn: revision,
  },
  required: ['base', 'sections'],
  additionalProperties: false,
}

export const submitSchema = {
  type: 'object',
  properties: { revision },
  required: ['revision'],
  additionalProperties: false,
}

const ids = (most: number) => ({ type: 'array', items: id, minItems: 1, maxItems: most, uniqueItems: true })

const exportName = { type: 'string', pattern: '^[\\w-]{8,64}$' }

export const summarySchema = {
  type: 'object',
  properties: {
    template: id,
    ids: ids(20_000),
    columns: { type: 'array', items: id, minItems: 1, maxItems: 5_000, uniqueItems: true },
    format: { enum: ['xlsx', 'csv', 'zip'] },
    export: exportName,
  },
  required: ['template', 'ids'],
  additionalProperties: false,
}

export const wordSchema = {
  type: 'object',
  properties: { ids: ids(2_000), export: exportName },
  required: ['ids'],
  additionalProperties: false,
}

/** A compilation is one file, which is made whole before it is sent. */
export const compilationSchema = { ...wordSchema, properties: { ...wordSchema.properties, ids: ids(300) } }

// What stands in an address is text: the form of a number is asked for here, and it is made one in the route.
export const redlineSchema = {
  type: 'object',
  properties: {
    from: { type: 'string', pattern: '^[1-9]\\d{0,8}$' },
    to: { type: 'string', pattern: '^[1-9]\\d{0,8}$' },
  },
  required: ['from'],
}
