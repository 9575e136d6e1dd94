import { type Field, type Template, walkBlocks } from '@policyforms/core'

const known = new WeakMap<Template, readonly Field[]>()

/** The leaves of a template, matrix cells aside, in the order of print. */
export const fieldsOf = (template: Template): readonly Field[] => {
  const fields = known.get(template) ?? walkBlocks(template).filter((block) => block.block === 'field')
  known.set(template, fields)
  return fields
}
