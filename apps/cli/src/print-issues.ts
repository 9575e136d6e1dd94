import { citation, type Issue, labelAt, sentence, type Template } from '@policyforms/core'

export const hasErrors = (issues: readonly Issue[]): boolean => issues.some((issue) => issue.severity === 'error')

const placeOf = ({ file, line, column, sheet, cell, place }: Issue): string =>
  [
    [file, line, column].filter((part) => part !== undefined).join(':'),
    sheet && `${sheet}${cell ? `!${cell}` : ''}`,
    place,
  ]
    .filter(Boolean)
    .join(' ')

/** `FILE:12:5 错误 /pointer  “名称”：what is wrong（clause）`. Text of the input cannot move the cursor or colour the screen. */
export const lineOf = (issue: Issue, template?: Template): string => {
  const label = template && issue.at ? labelAt(template, issue.at) : ''
  const cited = citation(issue, template ?? { clauses: {} })
  return [
    placeOf(issue),
    issue.severity === 'error' ? '错误' : '提醒',
    `${issue.at || '/'} `,
    `${label && `${label}：`}${sentence(issue)}${cited && `（${cited}）`}`,
  ]
    .join(' ')
    .replace(/\p{Cc}+/gu, ' ')
}

/** On stdout: as they are with `json`, otherwise a line for each. */
export const printIssues = (
  issues: readonly Issue[],
  options: { readonly json?: boolean; readonly template?: Template } = {},
): void => {
  if (options.json) console.log(JSON.stringify(issues, null, 2))
  else if (issues.length > 0) console.log(issues.map((issue) => lineOf(issue, options.template)).join('\n'))
}
