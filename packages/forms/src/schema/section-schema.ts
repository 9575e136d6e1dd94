import type { Block, Section } from '@policyforms/core'
import type { RJSFSchema, UiSchema } from '@rjsf/utils'

interface BlockOptions {
  readonly node: Block
}

/**
 * What rjsf needs of one section: objects for what has children, and for every leaf a field of our own. rjsf never
 * sees the inside of a value, so its defaults, its sanitising and its option matching have nothing to work on.
 */
const schemaOf = (block: Block): RJSFSchema =>
  block.block === 'section' || block.block === 'group'
    ? {
        type: 'object',
        title: block.title,
        properties: Object.fromEntries(block.children.map((child) => [child.key, schemaOf(child)])),
      }
    : { title: block.title }

const uiSchemaOf = (block: Block): UiSchema => {
  const options: BlockOptions = { node: block }
  if (block.block !== 'section' && block.block !== 'group')
    return { 'ui:field': block.block, 'ui:options': { ...options } }
  return {
    'ui:options': { ...options },
    'ui:order': block.children.map((child) => child.key),
    ...Object.fromEntries(block.children.map((child) => [child.key, uiSchemaOf(child)])),
  }
}

export const sectionForm = (section: Section) => ({ schema: schemaOf(section), uiSchema: uiSchemaOf(section) })

/** The block that a piece of our ui schema stands for. */
export const nodeOf = (uiSchema: UiSchema | undefined): Block => {
  const node: unknown = uiSchema?.['ui:options']?.node
  if (typeof node !== 'object' || node === null || !('block' in node)) throw new Error('A ui schema without its block')
  // uiSchemaOf put it there.
  return node as Block
}
