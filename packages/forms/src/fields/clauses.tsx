import { blockAt, type Clause, type Node } from '@policyforms/core'
import { useFilling } from '../store/context.ts'

export const ClauseText = ({ clause }: { clause: Clause }) => (
  <div className="pf-clause-text">
    <p className="pf-clause-source">
      《{clause.policy}》{clause.number && `（${clause.number}）`} {clause.heading}
    </p>
    <p>{clause.gist}</p>
  </div>
)

/** The clauses that something comes from, folded away until one asks. What only repeats those around it says nothing. */
export const Clauses = ({ node }: { node: Node }) => {
  const { template } = useFilling().store
  const around = blockAt(
    template,
    node.path.slice(0, -1).filter((key) => key !== '*'),
  )
  if ((around?.clauses ?? template.cites).join() === node.clauses.join()) return null
  const clauses = node.clauses.flatMap((ref) =>
    Object.hasOwn(template.clauses, ref) ? (template.clauses[ref] ?? []) : [],
  )
  if (clauses.length === 0) return null
  return (
    <details className="pf-clauses">
      <summary>依据</summary>
      {clauses.map((clause) => (
        <ClauseText key={clause.ref} clause={clause} />
      ))}
    </details>
  )
}
