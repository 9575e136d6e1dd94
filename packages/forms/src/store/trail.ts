import { type Block, isObject, type Json, keysOf, type Pointer, property, type Template } from '@policyforms/core'

const within = (block: Block, key: string): Block | undefined => {
  if (block.block === 'section' || block.block === 'group') return block.children.find((child) => child.key === key)
  if (block.block === 'table') return block.columns.find((column) => column.key === key)
  return undefined
}

/** The nodes on the way from the root to a place, outermost first. Ends at the leaf, whatever lies below it. */
export const trailOf = (template: Template, pointer: Pointer): readonly Block[] => {
  const [first, ...keys] = keysOf(pointer)
  const trail: Block[] = []
  let rest = keys
  let node: Block | undefined = template.sections.find((section) => section.key === first)
  while (node) {
    trail.push(node)
    if (node.block === 'matrix' && rest.length > 1) trail.push(node.cell)
    if (node.block === 'matrix' || node.block === 'field') break
    // Below a table the first key is a row's number.
    const below: readonly string[] = node.block === 'table' ? rest.slice(1) : rest
    node = below[0] === undefined ? undefined : within(node, below[0])
    rest = below.slice(1)
  }
  return trail
}

/** Who fills a place: the role of the innermost node that names one, or nobody in particular: the applicant. */
export const roleAt = (template: Template, pointer: Pointer): string | undefined =>
  trailOf(template, pointer).findLast((node) => node.role !== undefined)?.role

/** Whether a value, or anything within it, says something. */
export const isSaid = (value: Json | undefined): boolean => {
  if (value === undefined || value === null || value === '' || value === false) return false
  if (Array.isArray(value)) return value.some(isSaid)
  return isObject(value) ? Object.values(value).some(isSaid) : true
}

/** Whether a value says anything that a new draft does not already begin with. */
export const isOwn = (value: Json | undefined, begun: Json | undefined): boolean => {
  if (Array.isArray(value)) return value.some((one, i) => isOwn(one, Array.isArray(begun) ? begun[i] : undefined))
  if (isObject(value)) return Object.keys(value).some((key) => isOwn(property(value, key), property(begun, key)))
  return isSaid(value) && value !== begun
}
