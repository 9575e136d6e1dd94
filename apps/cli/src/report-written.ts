import type { Template } from '@policyforms/core'
import type { Exit } from './command.ts'
import { faultsOf } from './faults-of.ts'
import { hasErrors, printIssues } from './print-issues.ts'
import type { AnswersFile } from './read-answers-files.ts'

/** Answers, and the version of the template that they were filled in by if it is not the one of the call. */
export type FilledFile = AnswersFile & { readonly template?: Template }

/** Drafts may be printed too, so the file is written first; then every fault of what went into it is told. */
export const reportWritten = (out: string, template: Template, files: readonly FilledFile[], today: string): Exit => {
  const found = files.map((file) => ({
    own: file.template ?? template,
    issues: faultsOf(file.template ?? template, file, today),
  }))
  for (const [own, same] of Map.groupBy(found, (one) => one.own))
    printIssues(
      same.flatMap(({ issues }) => issues),
      { template: own },
    )
  const wrong = found.filter(({ issues }) => hasErrors(issues)).length
  console.log(wrong ? `已写入 ${out}，但其中 ${wrong} 份材料有错误，见上。` : `已写入 ${out}。`)
  return wrong ? 1 : 0
}
