import { type Difference, differenceSentence } from '@policyforms/core'

interface SaidDifferencesProps {
  readonly differences: readonly Difference[]
  /** Of a template's name. */
  readonly titleOf: (template: string) => string
}

/** What differs, in a policy officer's words, by template. */
export function SaidDifferences({ differences, titleOf }: SaidDifferencesProps) {
  if (differences.length === 0) return <p className="secondary">没有不同。</p>
  return [...Map.groupBy(differences, ({ template }) => template)].map(([template, found]) => (
    <section key={template}>
      <h3>{titleOf(template)}</h3>
      <ul className="said">
        {found.map((one) => (
          <li key={`${one.is} ${one.path.join('.')} ${one.facet ?? ''}`}>{differenceSentence(one)}</li>
        ))}
      </ul>
    </section>
  ))
}
