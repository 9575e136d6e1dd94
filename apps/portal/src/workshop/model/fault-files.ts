import type { Issue } from '@policyforms/core'

export const exampleFile = /^([^/]+)\/examples\/([^/]+)\/([^/]+)\.json$/
/** An office's own Word file: as a template names it, and its name alone. */
export const formFile = /^[^/]+\/(forms\/([a-z][a-z0-9-]*)\.docx)$/

/** The template that a fault is of: its own file, or the one whose example it is in. */
export const templateOf = (file: string): string | undefined => {
  const [, pack, template] = exampleFile.exec(file) ?? []
  return pack ? `${pack}/${template}.schema.json` : file.endsWith('.schema.json') ? file : undefined
}

export const isOfExample = ({ file = '', code }: Issue): boolean =>
  exampleFile.test(file) || code === 'example-missing' || code === 'rule-untested'

/** Faults told once: what an example and those made from it say in the same words counts for the first. */
export const withoutEchoes = (issues: readonly Issue[]): readonly Issue[] => {
  const seen = new Set<string>()
  return issues.filter((issue) => {
    if (!isOfExample(issue) || issue.params.detail === undefined) return true
    const said = `${templateOf(issue.file ?? '')} ${issue.params.place} ${issue.params.detail}`
    const isNew = !seen.has(said)
    seen.add(said)
    return isNew
  })
}
