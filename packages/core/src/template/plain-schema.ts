import { nameOfHead } from '../answers/heads-of.ts'
import type { JsonSchema, Lists } from '../fields/field-kind.ts'
import { fieldKindOf } from '../fields/index.ts'
import type { Block, Field, Template } from './template.ts'

/**
 * The answers in plain JSON Schema 2020-12, for any other tool. It says what shapes are possible; whether a part that
 * depends on a condition or another role is there, and what rules ask, is left to `validate`.
 */
export const plainSchema = (template: Template): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:policyforms:${template.id}:${template.version}`,
  title: template.title,
  ...objectOf(template.sections, template.lists),
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

const objectOf = (blocks: readonly Block[], lists: Lists): JsonSchema => {
  const required = blocks.filter(isRequired).map((block) => block.key)
  return {
    type: 'object',
    properties: Object.fromEntries(blocks.map((block) => [block.key, schemaOf(block, lists)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

const described = (block: Block | Field): JsonSchema => ({
  title: block.title,
  ...(block.help && { description: block.help }),
})

const schemaOf = (block: Block, lists: Lists): JsonSchema => {
  switch (block.block) {
    case 'section':
    case 'group':
      return { ...described(block), ...objectOf(block.children, lists) }
    case 'table':
      return {
        ...described(block),
        type: 'array',
        items: objectOf(block.columns, lists),
        ...(block.required && { minItems: Math.max(1, block.minRows) }),
        maxItems: block.maxRows,
      }
    case 'matrix': {
      const cell = fieldKindOf(block.cell).schema(block.cell, lists)
      const row = {
        type: 'object',
        properties: Object.fromEntries(block.columns.map((head) => [head.key, { title: nameOfHead(head), ...cell }])),
        additionalProperties: false,
      }
      return {
        ...described(block),
        type: 'object',
        properties: Object.fromEntries(block.rows.map((head) => [head.key, { title: nameOfHead(head), ...row }])),
        additionalProperties: false,
      }
    }
    case 'field':
      return { ...described(block), ...fieldKindOf(block).schema(block, lists) }
  }
}
