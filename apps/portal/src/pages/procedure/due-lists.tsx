import type { Procedure } from '@policyforms/procedure'
import { Clauses } from '../../parts/clauses.tsx'
import { consequenceMark, obligationMark } from './course.ts'
import { dueInWords, inWords, valueInWords } from './in-words.ts'
import { clausesIn, rolesIn } from './names.ts'

interface OfProcedure {
  readonly procedure: Procedure
}

const titlesOf = ({ transitions }: Procedure, ids: readonly string[]) =>
  transitions
    .filter(({ id }) => ids.includes(id))
    .map(({ title }) => `“${title}”`)
    .join('、')

/** What is due, marked ① ② … as in the picture. */
export function ObligationList({ procedure }: OfProcedure) {
  return (
    <ol className="marked">
      {procedure.obligations.map((one, i) => (
        <li key={one.id}>
          <span className="mark">{obligationMark(i)}</span>
          <div>
            <p>
              {one.title}
              <span className="secondary">（{rolesIn(procedure, [one.role])}）</span>
            </p>
            <p>{dueInWords(procedure, one.due)}</p>
            {one.when && <p className="secondary">条件：{inWords(procedure, one.when) ?? one.when.source}</p>}
            {one.exempt.map((exempt) => (
              <div key={exempt.because} className="secondary">
                免除：{exempt.because}
                <Clauses clauses={clausesIn(procedure, exempt)} />
              </div>
            ))}
            {one.doneBy.length > 0 && <p className="secondary">办了{titlesOf(procedure, one.doneBy)}就算完成</p>}
            {one.undoneBy.length > 0 && <p className="secondary">遇{titlesOf(procedure, one.undoneBy)}要重新办</p>}
            <Clauses clauses={clausesIn(procedure, one)} />
          </div>
        </li>
      ))}
    </ol>
  )
}

/** What follows from what, marked 甲 乙 … as in the picture. */
export function ConsequenceList({ procedure }: OfProcedure) {
  return (
    <ol className="marked">
      {procedure.consequences.map((one, i) => (
        <li key={one.id}>
          <span className="mark">{consequenceMark(i)}</span>
          <div>
            <p>
              {one.title} → {titlesOf(procedure, [one.transition])}
            </p>
            <p className="secondary">条件：{inWords(procedure, one.when) ?? one.when.source}</p>
            <Clauses clauses={clausesIn(procedure, one)} />
          </div>
        </li>
      ))}
    </ol>
  )
}

/** What the policy leaves open, and what is taken for it. */
export function ParameterList({ procedure }: OfProcedure) {
  return (
    <ul className="open-points">
      {procedure.parameters.map((one) => (
        <li key={one.id}>
          <p>
            {one.title}：<strong>{valueInWords(one.value)}</strong>
          </p>
          <p className="secondary">{one.open}</p>
          <Clauses clauses={clausesIn(procedure, one)} />
        </li>
      ))}
    </ul>
  )
}
