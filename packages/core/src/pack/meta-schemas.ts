import codes from '../../../../schemas/dialect/codes.schema.json' with { type: 'json' }
import indicators from '../../../../schemas/dialect/indicators.schema.json' with { type: 'json' }
import jurisdiction from '../../../../schemas/dialect/jurisdiction.schema.json' with { type: 'json' }
import keywords from '../../../../schemas/dialect/keywords.schema.json' with { type: 'json' }
import part from '../../../../schemas/dialect/part.schema.json' with { type: 'json' }
import policy from '../../../../schemas/dialect/policy.schema.json' with { type: 'json' }
import procedure from '../../../../schemas/dialect/procedure.schema.json' with { type: 'json' }
import template from '../../../../schemas/dialect/template.schema.json' with { type: 'json' }
import { fingerprintOf } from './fingerprint.ts'

// The meta-schemas are the one place that says what a pack may say: editors, the check and the reference read them.
const files = { codes, indicators, jurisdiction, keywords, part, policy, procedure, template }

/** The check walks the tree itself and holds each node against its own kind, so what a node says of its children can go. */
const shallow = (schema: object): object =>
  JSON.parse(JSON.stringify(schema), (key, value) =>
    key === 'additionalProperties' && typeof value === 'object' && 'if' in value ? true : value,
  )

/** Each meta-schema under the name by which the others refer to it. */
export const metaSchemas = (): ReadonlyMap<string, object> =>
  new Map(Object.entries(files).map(([name, schema]) => [`${name}.schema.json`, shallow(schema)]))

/** What can be checked against: whole files, and the kinds of node in a template. */
export const metaRefs: readonly string[] = [
  ...Object.keys(files).map((name) => `${name}.schema.json`),
  ...Object.keys(template.$defs).map((kind) => `template.schema.json#/$defs/${kind}`),
]

/** Tells whether validators were made from these very meta-schemas. */
export const fingerprint = (): string => fingerprintOf(JSON.stringify(files))
