import { isObject, type Json, property } from '@policyforms/core'
import type { Keys } from '@policyforms/core/editing'
import { type JsonHelp, propertiesOf, wordsIn } from '../build/json-help.ts'
import { withConditions } from '../model/conditions.ts'
import { type Meta, resolved } from '../model/dialect.ts'
import { packDialect } from './pack-dialect.ts'
import type { FileKind } from './pack-files.ts'

const schemaOf = (kind: FileKind, root: Json | undefined, keys: Keys): Meta => {
  let schema = resolved(packDialect, packDialect[`${kind}.schema.json`])
  let value = root
  for (const key of keys) {
    const { items, properties, additionalProperties } = withConditions(
      packDialect,
      schema,
      isObject(value) ? value : {},
    )
    const next = typeof key === 'number' ? items : (property(properties, key) ?? additionalProperties)
    schema = resolved(packDialect, next)
    value = Array.isArray(value) ? value[Number(key)] : property(value, String(key))
  }
  return withConditions(packDialect, schema, isObject(value) ? value : {})
}

const helps = new Map<FileKind, JsonHelp>()

/** Completion and explanations of a file that is no template. */
export const documentHelp = (kind: FileKind): JsonHelp => {
  const known = helps.get(kind)
  if (known) return known
  const help: JsonHelp = {
    keysAt: (root, keys) => propertiesOf(packDialect, schemaOf(kind, root, keys.slice(0, -1))),
    valuesAt: (root, keys) => wordsIn(schemaOf(kind, root, keys)),
    schemaAt: (root, keys) => schemaOf(kind, root, keys),
  }
  helps.set(kind, help)
  return help
}
