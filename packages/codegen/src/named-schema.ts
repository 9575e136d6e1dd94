import {
  aboutRowId,
  type Block,
  type Field,
  type JsonSchema,
  type Matrix,
  type Section,
  type Table,
  type Template,
} from '@policyforms/core'
import { aboutHead, commentOf } from './comment-of.ts'
import { typeName } from './type-name.ts'
import { type NamedUnions, typeOfValue } from './type-of-value.ts'

const inside = (schema: JsonSchema, key: string): JsonSchema => {
  const inner = schema[key]
  if (typeof inner !== 'object' || inner === null) throw new Error(`the plain schema has no ${key}`)
  return Object.fromEntries(Object.entries(inner))
}

/** json-schema-to-typescript names an interface after `title`, and prints `description` above it. */
const interfaceOf = (schema: JsonSchema, title: string, description: string, properties: JsonSchema): JsonSchema => ({
  type: 'object',
  title,
  description,
  properties,
  required: schema.required ?? [],
  additionalProperties: false,
})

/**
 * The plain schema of a template as json-schema-to-typescript should see it: interfaces named from ids and keys,
 * Chinese titles as comments, and each leaf with its type already written.
 */
export const namedSchema = (template: Template, plain: JsonSchema, named: NamedUnions): JsonSchema => {
  const nameOf = (block: Block, suffix = '') =>
    `${typeName(template.id, ...block.path.filter((key) => key !== '*'))}${suffix}`

  const properties = (blocks: readonly Block[], schema: JsonSchema) => {
    const all = inside(schema, 'properties')
    return Object.fromEntries(blocks.map((block) => [block.key, ofBlock(block, inside(all, block.key))]))
  }

  const ofField = (field: Field, schema: JsonSchema) => ({
    description: commentOf(field, template),
    tsType: typeOfValue(schema, named),
  })

  const ofTable = (table: Table, schema: JsonSchema) => {
    const row = inside(schema, 'items')
    const comment = commentOf(table, template)
    return {
      type: 'array',
      description: comment,
      items: interfaceOf(row, nameOf(table, 'Row'), comment, {
        ...(table.rowNumber && { id: { description: aboutRowId, tsType: 'string' } }),
        ...properties(table.columns, row),
      }),
    }
  }

  const ofMatrix = (matrix: Matrix, schema: JsonSchema) => {
    const rows = inside(schema, 'properties')
    const [first = ''] = matrix.rows.map((row) => row.key)
    const row = inside(rows, first)
    const cells = inside(row, 'properties')
    const cellsOf = matrix.columns.map((column) => [
      column.key,
      { description: aboutHead(column), tsType: typeOfValue(cells[column.key], named) },
    ])
    const each = interfaceOf(row, nameOf(matrix, 'Row'), `${matrix.title}：一行`, Object.fromEntries(cellsOf))
    return interfaceOf(
      schema,
      nameOf(matrix),
      commentOf(matrix, template),
      Object.fromEntries(matrix.rows.map(({ key }) => [key, each])),
    )
  }

  const ofBlock = (block: Block, schema: JsonSchema): JsonSchema => {
    switch (block.block) {
      case 'field':
        return ofField(block, schema)
      case 'table':
        return ofTable(block, schema)
      case 'matrix':
        return ofMatrix(block, schema)
      case 'section':
      case 'group':
        return interfaceOf(schema, nameOf(block), commentOf(block, template), properties(block.children, schema))
    }
  }

  const sections: readonly Section[] = template.sections
  return interfaceOf(plain, typeName(template.id), aboutOf(template), properties(sections, plain))
}

const aboutOf = (template: Template) =>
  [`${template.pack.name} ${template.title}`, template.description].filter((line) => line !== undefined).join('\n')
