import { pointerOf, type Section } from '@policyforms/core'
import type { ReactNode } from 'react'
import { ClauseText } from '../fields/clauses.tsx'
import { useFilling, useStored } from '../store/context.ts'
import { trailOf } from '../store/trail.ts'

/** Beside the form: help for what is in hand, and the clause that it comes from. */
export const Guide = ({ section, aside }: { section: Section | undefined; aside: ReactNode }) => {
  const { template } = useFilling().store
  const focus = useStored((state) => state.focus)
  const trail = trailOf(template, focus ?? (section ? pointerOf(section.path) : ''))
  const node = trail.at(-1)
  const help = trail.findLast((one) => one.help !== undefined)?.help
  const refs = trail.findLast((one) => one.clauses.length > 0)?.clauses ?? []
  const clauses = refs.flatMap((ref) => (Object.hasOwn(template.clauses, ref) ? (template.clauses[ref] ?? []) : []))
  return (
    <aside className="pf-guide" aria-label="填写说明">
      <h3>{node?.title}</h3>
      {help && <p>{help}</p>}
      {clauses.length > 0 && <h4>依据</h4>}
      {clauses.map((clause) => (
        <ClauseText key={clause.ref} clause={clause} />
      ))}
      {aside}
    </aside>
  )
}
