import type { Issue } from '../issues/issue.ts'
import type { Expression, RuleType } from '../rules/expression.ts'
import { translate } from '../rules/translate.ts'
import { type Names, type Parameters, typeNames } from '../rules/translation.ts'
import { type Origin, packIssue } from './source.ts'

/** The longest an expression may be. */
const longest = 1000

/** Types one expression against the names around it. What does not type, or not to what is wanted, gives issues alone. */
export const typeExpression = (
  source: string,
  names: Names,
  origin: Origin,
  wanted: RuleType['is'] | undefined,
  parameters?: Parameters,
): { readonly expression?: Expression; readonly issues: readonly Issue[] } => {
  if (source.length > longest)
    return { issues: [packIssue('rule-too-long', origin, { limit: longest, actual: source.length })] }
  const { term, type, reads, faults } = translate(source, names, parameters)
  const issues = faults.map((fault) =>
    packIssue(fault.code, origin, { ...fault.params, rule: source, offset: fault.start }),
  )
  if (!term || !type) return { issues }
  if (wanted !== undefined && type.is !== wanted)
    return {
      issues: [...issues, packIssue('rule-result', origin, { wanted: typeNames[wanted], found: typeNames[type.is] })],
    }
  return { expression: { source, term, type, reads }, issues }
}
