import { type Expression, namingAt, type Path, type RuleType, sentence, termInWords } from '@policyforms/core'
import { named, namesAt, type Parameters, translate } from '@policyforms/core/rules'
import { pickables, type Shape } from './pickable.ts'

export interface ExpressionFault {
  readonly start: number
  readonly text: string
  /** It may only be that more is to come. */
  readonly isUnfinished?: true
}

export interface ReadExpression {
  readonly expression?: Expression
  readonly faults: readonly ExpressionFault[]
  /** What it says, if there are plain words for it. */
  readonly words?: string
}

const waiting: readonly string[] = ['unfinished', 'open-bracket', 'open-text']

/** What the title that somebody wrote out belongs to. */
const meantBy = (source: string, start: number, shape: Shape) => {
  const [title] = /^[\p{L}\p{N}（）]+/u.exec(source.slice(start)) ?? []
  const found = pickables(shape).find((one) => one.title === title)
  return found && { suggestion: found.text }
}

/** The same types as in the check, at once: what an expression means where it stands, or what is wrong with it and where. */
export const readExpression = (
  source: string,
  path: Path,
  shape: Shape,
  parameters: Parameters,
  wanted?: RuleType['is'],
): ReadExpression => {
  if (source.trim() === '') return { faults: [] }
  const { term, type, reads, faults } = translate(source, namesAt(shape.sections, shape.lists, path), parameters)
  if (!term || !type)
    return {
      faults: faults.map(({ code, params, start }) => ({
        start,
        text: sentence({
          code,
          params: { ...params, ...(params.reason === 'title' && meantBy(source, start, shape)) },
        }),
        ...(waiting.includes(String(params.reason)) && { isUnfinished: true as const }),
      })),
    }
  const words = termInWords(term, namingAt(shape, path))
  if (wanted !== undefined && type.is !== wanted) {
    const params = { wanted: named({ is: wanted } as RuleType), found: named(type) } // only its name is asked for
    return { faults: [{ start: 0, text: sentence({ code: 'rule-result', params }) }] }
  }
  return { expression: { source, term, type, reads }, faults: [], ...(words !== undefined && { words }) }
}

/** What a rule asks for, as far as it can be told. */
export const wordsOf = (source: string, { words }: ReadExpression): string =>
  source.trim() === '' || source.trim() === 'true' ? '还没有写判断' : (words ?? source)
