import { exampleDay } from '../answers/example-day.ts'
import { expectedOf, heldAgainst } from '../answers/held-against.ts'
import { property } from '../answers/json.ts'
import { type Pointer, pointerOf } from '../answers/pointer.ts'
import { type AnswersFile, MissingBase, readAnswers } from '../answers/read-answers.ts'
import { validate } from '../answers/validate.ts'
import type { Issue } from '../issues/issue.ts'
import { labelAt, sentence } from '../issues/sentence.ts'
import type { Template } from '../template/template.ts'
import { type Origin, packIssue, type Source } from './source.ts'

/** Holds a template's examples against it: each must give just the issues that it says, and each rule must be broken once. */
export const checkExamples = (
  template: Template,
  templateSource: Source,
  ruleOrigins: ReadonlyMap<string, Origin>,
  examples: ReadonlyMap<string, Source>,
): readonly Issue[] => {
  const issues: Issue[] = []
  const broken = new Set<string>()
  const top = { source: templateSource, pointer: '' }
  for (const wanted of ['complete', 'minimal'])
    if (!examples.has(wanted))
      issues.push(
        packIssue('example-missing', top, { template: template.id, wanted: `${wanted}.json` }, { severity: 'warning' }),
      )
  for (const source of examples.values()) {
    const file = readExample(source, examples, issues)
    if (!file) continue
    const found = validate(template, file.answers, { today: exampleDay })
    for (const issue of found) if (issue.code === 'rule') broken.add(String(issue.params.rule))
    issues.push(...lostChanges(source, file), ...differences(template, source, file, found))
  }
  for (const rule of template.rules)
    if (!broken.has(rule.id))
      issues.push(
        packIssue('rule-untested', ruleOrigins.get(rule.id) ?? top, { rule: rule.id }, { severity: 'warning' }),
      )
  return issues
}

const readExample = (
  source: Source,
  examples: ReadonlyMap<string, Source>,
  issues: Issue[],
): AnswersFile | undefined => {
  try {
    return readAnswers(source.value, (name) => examples.get(name.replace(/\.json$/, ''))?.value)
  } catch (error) {
    if (!(error instanceof MissingBase)) throw error
    issues.push(packIssue('example-target', { source, pointer: '/from' }, { from: error.from }))
    return undefined
  }
}

const lostChanges = (source: Source, { lost }: AnswersFile): readonly Issue[] =>
  lost.map(({ at, list, rows }) =>
    packIssue(
      'example-row',
      { source, pointer: pointerOf(['set', at]) },
      { answer: at, list, actual: rows },
      { target: 'key' },
    ),
  )

/** Where what is wrong in an example is to be mended. */
const mendedAt = ({ value }: Source, { expected }: AnswersFile, at: Pointer): Pointer => {
  if (expected) return '/issues'
  if (property(value, 'from') !== undefined) return '/set'
  return property(value, 'answers') === undefined ? at : `/answers${at}`
}

const differences = (
  template: Template,
  source: Source,
  file: AnswersFile,
  found: readonly Issue[],
): readonly Issue[] => {
  const { unexpected, missing } = heldAgainst(file, found)
  return [
    ...unexpected.map((issue) => {
      const place = labelAt(template, issue.at) || issue.at
      const detail = sentence(issue)
      const entry = JSON.stringify(expectedOf(issue))
      return packIssue(
        file.expected?.length ? 'example-unlisted' : 'example-fails',
        { source, pointer: mendedAt(source, file, issue.at) },
        { place, detail, entry },
      )
    }),
    ...missing.map(({ one, i }) =>
      packIssue(
        'example-passes',
        { source, pointer: `/issues/${i}` },
        { expected: `${one.code} ${one.rule ?? ''} ${one.at}`.replace('  ', ' ') },
      ),
    ),
  ]
}
