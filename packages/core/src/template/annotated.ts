import { noneOf } from '../answers/nones.ts'
import type { JsonSchema } from '../fields/field-kind.ts'
import type { Block, Template } from './template.ts'

/** What plain JSON Schema has no keyword for, in words: for people in `description`, for who maintains it in `$comment`. */
export const annotated = (block: Block, template: Template): JsonSchema => {
  const description = aboutOf(block)
  const comment = conditionsOf(block, template)
  return {
    ...(description.length > 0 && { description: description.join('\n') }),
    ...(comment.length > 0 && { $comment: comment.join('\n') }),
  }
}

const aboutOf = (block: Block): readonly string[] => {
  const field = block.block === 'field' ? block : undefined
  return [
    block.help,
    field?.unit && `单位：${field.unit}`,
    field?.inWords && '打印时另写大写金额',
    field?.places && `小数不超过 ${field.places} 位`,
    field?.pattern && `格式：${field.pattern.hint}`,
    ...(field?.text ?? []),
  ].filter((line) => typeof line === 'string')
}

const conditionsOf = (block: Block, template: Template): readonly string[] => {
  const field = block.block === 'field' ? block : undefined
  return [
    block.when && `只在这个条件成立时填写：${block.when.source}`,
    block.role && `由${template.pack.roles[block.role] ?? block.role}填写`,
    field && noneOf(field) !== undefined && `没有的写“${noneOf(field)}”，不得留空`,
    field?.atMost && `不大于：${field.atMost.source}`,
    field?.compute && `自动计算：${field.compute.source}`,
    ...block.clauses.map((ref) => `依据：${template.clauses[ref]?.heading ?? ''}（${ref}）`),
  ].filter((line) => typeof line === 'string')
}
