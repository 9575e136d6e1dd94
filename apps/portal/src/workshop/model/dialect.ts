import { isObject, type Json, type JsonObject, property } from '@policyforms/core'
import keywords from '../../../../../schemas/dialect/keywords.schema.json' with { type: 'json' }
import template from '../../../../../schemas/dialect/template.schema.json' with { type: 'json' }

/** A part of a meta-schema, as plain JSON. */
export type Meta = JsonObject

/** The meta-schemas that a template is written by, by the names under which they refer to each other. */
export type Dialect = Readonly<Record<string, Json>>

export const dialect: Dialect = { 'template.schema.json': template, 'keywords.schema.json': keywords }

/** One keyword that a kind of node admits, and what the meta-schema says of it. */
export interface Keyword {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly schema: Meta
  readonly isNeeded: boolean
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** A schema with its `$ref` followed; what stands beside the `$ref` wins. `file` is where it is written. */
export const resolved = (of: Dialect, schema: Json | undefined, file = 'template.schema.json'): Meta => {
  if (!isObject(schema)) return {}
  const { $ref: ref, ...own } = schema
  if (typeof ref !== 'string') return schema
  const [name, pointer = ''] = ref.split('#')
  const target = name || file
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((so, key) => property(so, key), of[target])
  return { ...resolved(of, found, target), ...own }
}

/** The definition of a kind: a template itself, or one of its nodes. */
export const definitionOf = (of: Dialect, kind: string): Meta => {
  const root = of['template.schema.json']
  return kind === 'template' ? resolved(of, root) : resolved(of, property(property(root, '$defs'), kind))
}

export const nameOfKind = (of: Dialect, kind: string): string => textOf(definitionOf(of, kind).title) || kind

/** What stands below a node is in the outline; what it is, above the form. */
const elsewhere = ['$schema', 'x-kind', 'properties', 'items', 'required', '$defs', '$ref']

/** The keywords of a kind, those that it needs first. All come from the meta-schema: a new one shows up by itself. */
export const keywordsOf = (of: Dialect, kind: string): readonly Keyword[] => {
  const { properties, required } = definitionOf(of, kind)
  const needed = Array.isArray(required) ? required : []
  const found = Object.entries(isObject(properties) ? properties : {})
    .filter(([name]) => !elsewhere.includes(name))
    .map(([name, written]): Keyword => {
      const schema = resolved(of, written)
      return {
        name,
        label: textOf(schema.title) || name,
        help: textOf(schema.description),
        schema,
        isNeeded: needed.includes(name),
      }
    })
  return [...found.filter(({ isNeeded }) => isNeeded), ...found.filter(({ isNeeded }) => !isNeeded)]
}

/** Every keyword that a kind admits, for telling what stays when a kind changes. */
export const admittedBy = (of: Dialect, kind: string): readonly string[] => {
  const { properties } = definitionOf(of, kind)
  return isObject(properties) ? Object.keys(properties) : []
}

const structures = ['section', 'group', 'table', 'matrix']
const notKinds = ['field', 'anything', 'document', ...structures]

/** What may be added: the kinds of field, as the meta-schema has them. */
export const fieldKindsOf = (of: Dialect): readonly string[] => {
  const definitions = property(of['template.schema.json'], '$defs')
  return Object.entries(isObject(definitions) ? definitions : {})
    .filter(
      ([name, value]) => !notKinds.includes(name) && property(property(value, 'properties'), 'x-kind') !== undefined,
    )
    .map(([name]) => name)
}
