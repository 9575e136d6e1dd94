/* What the bodies must be. Fastify checks them before a route sees them. */

const pack = { type: 'string', pattern: '^[a-z][a-z0-9-]*$', maxLength: 60 }
const revision = { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 }

export const openSchema = {
  type: 'object',
  properties: { pack },
  required: ['pack'],
  additionalProperties: false,
}

const files = {
  type: 'array',
  maxItems: 500,
  items: {
    type: 'object',
    properties: {
      path: { type: 'string', minLength: 1, maxLength: 200 },
      text: { type: ['string', 'null'], maxLength: 4 * 2 ** 20 },
    },
    required: ['path', 'text'],
    additionalProperties: false,
  },
}

export const patchSchema = {
  type: 'object',
  properties: {
    base: revision,
    files,
    settled: {
      type: 'object',
      properties: { revision, take: { enum: ['theirs', 'mine'] } },
      required: ['revision', 'take'],
      additionalProperties: false,
    },
  },
  required: ['base', 'files'],
  additionalProperties: false,
}

export const formsSchema = {
  type: 'object',
  properties: { files },
  required: ['files'],
  additionalProperties: false,
}

export const previewSchema = {
  type: 'object',
  properties: { template: pack, files, answers: { type: 'object' } },
  required: ['template', 'files', 'answers'],
  additionalProperties: false,
}

export const patternsSchema = {
  type: 'object',
  properties: { patterns: { type: 'array', maxItems: 20, items: { type: 'string', maxLength: 300 } } },
  required: ['patterns'],
  additionalProperties: false,
}

const note = { type: 'string', maxLength: 2000 }
const body = (properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

export const reviewSchema = body({ revision, note })
export const noteSchema = body({ note })
export const publishSchema = body({ revision })
export const takeSchema = body({ take: { enum: ['folder', 'mine'] } })

export const outlineSchema = body({ text: { type: 'string', maxLength: 2 ** 20 } })

export const newTemplateSchema = {
  type: 'object',
  properties: {
    template: { type: 'string', minLength: 1, maxLength: 60 },
    from: { type: 'string', pattern: '^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$', maxLength: 121 },
    outline: { type: 'object' },
  },
  required: ['template'],
  additionalProperties: false,
}

export const newSchema = {
  type: 'object',
  properties: {
    id: { type: 'string', minLength: 1, maxLength: 60 },
    name: { type: 'string', minLength: 1, maxLength: 40 },
    code: { type: 'string', pattern: '^\\d{6}$' },
    from: pack,
    outline: { type: 'object' },
  },
  required: ['id', 'name'],
  additionalProperties: false,
}
