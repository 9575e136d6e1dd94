import type { Issue } from '../issues/issue.ts'
import type { Term } from '../rules/expression.ts'
import { type Origin, packIssue } from './source.ts'

/** Tells whether a regular expression can be made to run very long. Given from outside: the analysis is heavy. */
export type IsSafePattern = (source: string) => boolean

export const patternIssues = (source: string, origin: Origin, isSafe: IsSafePattern): readonly Issue[] => {
  try {
    new RegExp(source, 'u')
  } catch (error) {
    return [packIssue('bad-pattern', origin, { pattern: source, detail: error instanceof Error ? error.message : '' })]
  }
  return isSafe(source) ? [] : [packIssue('unsafe-pattern', origin, { pattern: source })]
}

/** The patterns that rules hand to `matches`. */
export const patternsIn = (term: Term): readonly string[] => {
  switch (term.op) {
    case 'literal':
    case 'name':
      return []
    case 'list':
      return term.items.flatMap(patternsIn)
    case 'row':
      return patternsIn(term.id)
    case 'lookup':
      return patternsIn(term.key)
    case 'get':
    case 'unary':
    case 'band':
      return patternsIn(term.of)
    case 'binary':
      return [term.left, term.right].flatMap(patternsIn)
    case 'if':
      return [term.test, term.yes, term.no].flatMap(patternsIn)
    case 'each':
      return [term.over, term.body].flatMap(patternsIn)
    case 'call': {
      const [, pattern] = term.args
      const own = term.name === 'matches' && pattern?.op === 'literal' ? [String(pattern.value)] : []
      return [...own, ...term.args.flatMap(patternsIn)]
    }
  }
}
