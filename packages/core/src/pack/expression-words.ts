import type { Expression } from '../rules/expression.ts'
import { termInWords } from '../rules/in-words.ts'
import { namingAt } from '../rules/naming-at.ts'
import type { Block, Path, Rule, Template } from '../template/template.ts'

/** What an expression among the facets of something says; nothing where it is none, or has no plain words. */
export type Saying = (facet: string) => string | undefined

const words = (template: Template, path: Path, { term }: Expression): string | undefined =>
  termInWords(term, namingAt(template, path))

export const rulesSaying =
  (template: Template, rule: Rule): Saying =>
  (facet) =>
    facet === 'assert' ? words(template, rule.path, rule.assert) : undefined

const isExpression = (value: unknown): value is Expression =>
  typeof value === 'object' && value !== null && 'source' in value && 'term' in value

export const blocksSaying =
  (template: Template, block: Block): Saying =>
  (facet) => {
    const all = { ...(block.block === 'matrix' && block.cell), ...block }
    const value = Object.entries(all).find(([name]) => name === facet)?.[1]
    return isExpression(value) ? words(template, block.path, value) : undefined
  }

interface Sides {
  readonly facet?: string
  readonly before?: string
  readonly after?: string
}

/** With expressions in words. Where both read the same, as where only a key changed, it stays as it is written. */
export const inWords = <D extends Sides>(difference: D, left: Saying, right: Saying): D => {
  const { facet, before, after } = difference
  if (facet === undefined) return difference
  const was = before === undefined ? undefined : left(facet)
  const is = after === undefined ? undefined : right(facet)
  return was === is
    ? difference
    : { ...difference, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }
}

const longest = 40

/** A message without the names of its values. */
export const plainMessage = ({ message }: Rule): string => message.replace(/\s*\{\w+\}\s*/g, '…')

/** A rule by what it tells those who break it: its id means nothing to them. */
export const ruleName = (rule: Rule): string => {
  const said = plainMessage(rule)
  return `规则“${said.length > longest ? `${said.slice(0, longest)}…` : said}”`
}
