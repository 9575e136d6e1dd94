import { isObject, type Json, type JsonObject, property } from '@policyforms/core'
import keywords from '../../../../../schemas/dialect/keywords.schema.json' with { type: 'json' }
import template from '../../../../../schemas/dialect/template.schema.json' with { type: 'json' }

/** A part of a meta-schema, as plain JSON. */
export type Meta = JsonObject

/** Meta-schemas by their names. Each `$ref` in them names its file. */
export type Dialect = Readonly<Record<string, Json>>

const namingFiles = (value: Json, file: string): Json => {
  if (Array.isArray(value)) return value.map((item: Json) => namingFiles(item, file))
  if (!isObject(value)) return value
  const named = Object.entries(value).map(([key, part]) => [
    key,
    key === '$ref' && typeof part === 'string' && part.startsWith('#') ? file + part : namingFiles(part ?? null, file),
  ])
  return Object.fromEntries(named)
}

/** Meta-schemas as their files have them, so that a part of one can be read away from its file. */
export const dialectOf = (files: Readonly<Record<string, Json>>): Dialect =>
  Object.fromEntries(Object.entries(files).map(([file, schema]) => [file, namingFiles(schema, file)]))

/** What a template is written by. */
export const dialect: Dialect = dialectOf({ 'template.schema.json': template, 'keywords.schema.json': keywords })

/** One keyword that a kind of node admits, and what the meta-schema says of it. */
export interface Keyword {
  readonly name: string
  readonly label: string
  readonly help: string
  readonly schema: Meta
  readonly isNeeded: boolean
  /** One of several of which it needs one. */
  readonly isAlternative: boolean
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** A schema with its `$ref` followed; what stands beside the `$ref` wins. */
export const resolved = (of: Dialect, schema: Json | undefined): Meta => {
  if (!isObject(schema)) return {}
  const { $ref: ref, ...own } = schema
  if (typeof ref !== 'string') return schema
  const [file = '', pointer = ''] = ref.split('#')
  const found = pointer
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((so, key) => property(so, key), of[file])
  return { ...resolved(of, found), ...own }
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
export const keywordsOf = (of: Dialect, kind: string): readonly Keyword[] => keywordsIn(of, definitionOf(of, kind))

/** The keywords that a definition admits, those that it needs first. */
export const keywordsIn = (of: Dialect, { properties, required, oneOf }: Meta): readonly Keyword[] => {
  const alternatives = (Array.isArray(oneOf) ? oneOf : []).flatMap((one) => property(one, 'required') ?? [])
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
        isAlternative: alternatives.includes(name),
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
