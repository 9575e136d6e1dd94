import { exampleDay } from '../answers/example-day.ts'
import { heldAgainst } from '../answers/held-against.ts'
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
    issues.push(...differences(template, source, file, found))
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

const differences = (
  template: Template,
  source: Source,
  file: AnswersFile,
  found: readonly Issue[],
): readonly Issue[] => {
  const { unexpected, missing } = heldAgainst(file, found)
  return [
    ...unexpected.map((issue) => {
      const params = {
        place: labelAt(template, issue.at) || issue.at,
        detail: sentence(issue),
        code: issue.code,
        answer: issue.at,
      }
      return packIssue('example-fails', { source, pointer: file.expected ? '/issues' : issue.at }, params)
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
