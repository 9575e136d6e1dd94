import type { Template } from '@policyforms/core'
import type { Exit } from './command.ts'
import { faultsOf } from './faults-of.ts'
import { hasErrors, printIssues } from './print-issues.ts'
import type { AnswersFile } from './read-answers-files.ts'

/** Drafts may be printed too, so the file is written first; then every fault of what went into it is told. */
export const reportWritten = (out: string, template: Template, files: readonly AnswersFile[], today: string): Exit => {
  const found = files.map((file) => faultsOf(template, file, today))
  printIssues(found.flat(), { template })
  const wrong = found.filter(hasErrors).length
  console.log(wrong ? `已写入 ${out}，但其中 ${wrong} 份材料有错误，见上。` : `已写入 ${out}。`)
  return wrong ? 1 : 0
}
