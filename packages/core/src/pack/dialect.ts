import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import codes from '../../../../schemas/dialect/codes.schema.json' with { type: 'json' }
import jurisdiction from '../../../../schemas/dialect/jurisdiction.schema.json' with { type: 'json' }
import keywords from '../../../../schemas/dialect/keywords.schema.json' with { type: 'json' }
import part from '../../../../schemas/dialect/part.schema.json' with { type: 'json' }
import policy from '../../../../schemas/dialect/policy.schema.json' with { type: 'json' }
import procedure from '../../../../schemas/dialect/procedure.schema.json' with { type: 'json' }
import template from '../../../../schemas/dialect/template.schema.json' with { type: 'json' }

// The meta-schemas are the one place that says what a pack may say: editors, this check and the reference read them.
const files = { codes, jurisdiction, keywords, part, policy, procedure, template }

/** The check walks the tree itself and holds each node against its own kind, so what a node says of its children can go. */
const shallow = (schema: object): object =>
  JSON.parse(JSON.stringify(schema), (key, value) =>
    key === 'additionalProperties' && typeof value === 'object' && 'if' in value ? true : value,
  )

const ajv = new Ajv2020({
  allErrors: true,
  strict: false,
  ownProperties: true,
  verbose: true,
  validateFormats: false,
  messages: false,
  inlineRefs: false,
  code: { optimize: false },
})
for (const [name, schema] of Object.entries(files)) ajv.addSchema(shallow(schema), `${name}.schema.json`)

const compiled = new Map<string, ValidateFunction>()
const validator = (ref: string): ValidateFunction => {
  const known = compiled.get(ref) ?? ajv.compile({ $ref: ref })
  compiled.set(ref, known)
  return known
}

/** What ajv finds wrong with a value held against one meta-schema (`policy`) or one of its parts (`template#money`). */
export const shapeErrors = (schema: string, value: unknown): readonly ErrorObject[] => {
  const [file, def] = schema.split('#')
  const validate = validator(`${file}.schema.json${def ? `#/$defs/${def}` : ''}`)
  return validate(value) ? [] : (validate.errors ?? [])
}
