import type { ClauseCoverage, PolicyCoverage } from '@policyforms/core'
import { useState } from 'react'
import { type CarrierGroup, groupsOf, standingOf, uncoveredFirst } from './standing.ts'

export function PolicyClauses({ policy }: { readonly policy: PolicyCoverage }) {
  return (
    <section className="policy">
      <h2>
        《{policy.title}》{policy.number && <span className="secondary">{policy.number}</span>}
      </h2>
      <ul>
        {uncoveredFirst(policy.clauses).map((clause) => (
          <ClauseEntry key={clause.ref} clause={clause} />
        ))}
      </ul>
    </section>
  )
}

function ClauseEntry({ clause }: { readonly clause: ClauseCoverage }) {
  const standing = standingOf(clause)
  return (
    <li className="clause" data-standing={standing}>
      <div>
        <h3>{clause.heading}</h3>
        <p className="secondary">{clause.gist}</p>
      </div>
      <div>
        {standing === 'uncovered' && (
          <p className="uncovered">
            <span className="sign">没有落实</span>
          </p>
        )}
        {standing === 'idle' && (
          <p>
            <span className="sign">不作要求</span> {clause.asksNothing || '没有写原因'}
          </p>
        )}
        {groupsOf(clause.carriers).map((group) => (
          <Carriers key={group.title} group={group} />
        ))}
      </div>
    </li>
  )
}

/** How many are shown without being asked for: a clause on a whole chapter is carried by dozens of fields. */
const shown = 4

function Carriers({ group: { title, carriers } }: { readonly group: CarrierGroup }) {
  const [isWhole, setWhole] = useState(carriers.length <= shown + 1)
  const listed = isWhole ? carriers : carriers.slice(0, shown)
  return (
    <div className="carriers">
      <h4>{title}</h4>
      <ul>
        {listed.map(({ kind, label }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two blocks of one title may stand beside each other
          <li key={`${kind} ${label} ${i}`}>
            <span className="kind">{kind}</span> {label}
          </li>
        ))}
      </ul>
      {!isWhole && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          还有 {carriers.length - shown} 处<span className="unseen">在《{title}》里</span>
        </button>
      )}
    </div>
  )
}
