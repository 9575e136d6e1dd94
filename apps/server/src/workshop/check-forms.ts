import type { FormCheck, WorkingFile } from '@policyforms/core'
import { compileFiles } from './compile-files.ts'

export interface FormsOf {
  readonly pack: string
  /** The pack's own, and what they are read beside. */
  readonly files: readonly WorkingFile[]
}

/** Each template that is printed by a Word file of its office, held against it both ways. */
export const checkForms = async ({ pack, files }: FormsOf): Promise<readonly FormCheck[]> => {
  const { templates } = await compileFiles(pack, files, { examples: false })
  const { lookAtForm } = await import('@policyforms/documents/form')
  return templates.flatMap((template) => {
    const { form } = template.document
    if (form?.content === undefined) return []
    const file = `${pack}/${form.file}`
    const { places, issues } = lookAtForm(template, Buffer.from(form.content, 'base64'))
    return [
      { template: template.id.slice(pack.length + 1), file, places, issues: issues.map((one) => ({ ...one, file })) },
    ]
  })
}
