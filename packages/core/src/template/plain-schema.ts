import { columnHeads, nameOfHead } from '../answers/heads-of.ts'
import type { JsonObject } from '../answers/json.ts'
import { noneOf } from '../answers/nones.ts'
import type { JsonSchema, Lists } from '../fields/field-kind.ts'
import { fieldKindOf } from '../fields/index.ts'
import { annotated } from './annotated.ts'
import type { Block, Field, Matrix, Table, Template } from './template.ts'

/**
 * The answers, as they are submitted, in plain JSON Schema 2020-12 for any other tool: hidden and blank answers are left
 * out. It says what shapes are possible; whether a part that depends on a condition or another role must be there, check
 * digits, computed values and what rules ask are left to `validate`.
 */
export const plainSchema = (template: Template): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:policyforms:${template.id}:${template.version}`,
  title: template.title,
  ...(template.description !== undefined && { description: template.description }),
  ...objectOf(template.sections, template),
})

const isOptional = (block: Block): boolean => block.when !== undefined || block.role !== undefined

const isRequired = (block: Block): boolean => {
  if (isOptional(block)) return false
  switch (block.block) {
    case 'field':
      return block.required && block.compute === undefined
    case 'table':
    case 'matrix':
      return block.required
    case 'section':
    case 'group':
      return block.children.some(isRequired)
  }
}

const objectOf = (blocks: readonly Block[], template: Template): JsonSchema => {
  const required = blocks.filter(isRequired).map((block) => block.key)
  return {
    type: 'object',
    properties: Object.fromEntries(blocks.map((block) => [block.key, schemaOf(block, template)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

/** A numbered row may say what it is known by; one that does not is given it. */
const rowOf = (table: Table, template: Template): JsonSchema => {
  const heads = columnHeads(table)
  const headed = table.columns.map((column, i) => ({ ...column, title: nameOfHead(heads[i] ?? column) }))
  const row = objectOf(headed, template)
  if (!table.rowNumber) return row
  const id = { title: '行的 id', description: aboutRowId, type: 'string', minLength: 1, maxLength: 64 }
  return { ...row, properties: { id, ...Object(row.properties) } }
}

export const aboutRowId = '行的 id：不随编号和次序改变，引用靠它；没有时自动补上。'

const schemaOf = (block: Block, template: Template): JsonSchema => ({
  title: block.title,
  ...annotated(block, template),
  ...shapeOf(block, template),
})

const shapeOf = (block: Block, template: Template): JsonSchema => {
  switch (block.block) {
    case 'section':
    case 'group':
      return objectOf(block.children, template)
    case 'table':
      return tableOf(block, template)
    case 'matrix':
      return matrixOf(block, template)
    case 'field':
      return leafOf(block, template.lists)
  }
}

/** A value that says there is nothing need not keep to what is asked of others. */
const orNone = (field: Field, lists: Lists): JsonSchema => {
  const { schema, faults } = fieldKindOf(field)
  const none = noneOf(field)
  const fits = none === undefined || faults(none, field, lists).length === 0
  return fits ? schema(field, lists) : { anyOf: [schema(field, lists), { const: none }] }
}

const leafOf = (field: Field, lists: Lists): JsonSchema => ({
  ...orNone(field, lists),
  ...(field.compute && { readOnly: true }),
})

const tableOf = (table: Table, template: Template): JsonSchema => ({
  type: 'array',
  items: rowOf(table, template),
  ...(table.fixedRows ? { allOf: [printedRows(table.fixedRows)] } : rowsAsked(table)),
})

/** In a schema of its own: `items` beside `prefixItems` would pass over the rows that are printed beforehand. */
const printedRows = (rows: readonly JsonObject[]): JsonSchema => ({
  prefixItems: rows.map((row) => ({
    properties: Object.fromEntries(Object.entries(row).map(([key, value]) => [key, { const: value }])),
    required: Object.keys(row),
  })),
  minItems: rows.length,
  maxItems: rows.length,
})

/** How many rows. A table that need not be filled may also be empty. */
const rowsAsked = ({ role, required, minRows, maxRows: maxItems }: Table): JsonSchema => {
  if (role !== undefined) return { maxItems }
  if (required) return { minItems: Math.max(1, minRows), maxItems }
  return { ...(minRows > 1 && { anyOf: [{ maxItems: 0 }, { minItems: minRows }] }), maxItems }
}

const matrixOf = (matrix: Matrix, template: Template): JsonSchema => {
  const { title, help } = matrix.cell
  const about = annotated({ ...matrix.cell, help: help === undefined ? title : `${title}：${help}` }, template)
  const cell = { ...about, ...leafOf(matrix.cell, template.lists) }
  const properties = (heads: Matrix['rows'], inside: JsonSchema) =>
    Object.fromEntries(heads.map((head) => [head.key, { title: nameOfHead(head), ...inside }]))
  const row = { type: 'object', properties: properties(matrix.columns, cell), additionalProperties: false }
  return { type: 'object', properties: properties(matrix.rows, row), additionalProperties: false }
}
