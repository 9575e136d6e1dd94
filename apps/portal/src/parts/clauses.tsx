import type { Clause } from '@policyforms/core'

/** The clauses that something comes from, folded away until one asks. */
export function Clauses({ clauses }: { readonly clauses: readonly Clause[] }) {
  if (clauses.length === 0) return null
  return (
    <details className="clauses">
      <summary>依据 {clauses.map(({ heading }) => heading).join('、')}</summary>
      {clauses.map((clause) => (
        <ClauseText key={clause.ref} clause={clause} />
      ))}
    </details>
  )
}

export function ClauseText({ clause }: { readonly clause: Clause }) {
  return (
    <p className="clause-text">
      <span className="secondary">
        《{clause.policy}》{clause.number && `（${clause.number}）`} {clause.heading}
      </span>
      {clause.gist}
    </p>
  )
}
