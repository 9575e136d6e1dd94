import type { Procedure } from '@policyforms/procedure'
import { Clauses } from '../../parts/clauses.tsx'
import { clausesIn, rolesIn } from './names.ts'

/** Who acts for each role; clauses that several cite are told once. */
export function OfficeList({ procedure }: { readonly procedure: Procedure }) {
  const byRole = Map.groupBy(procedure.offices, ({ role }) => role)
  return (
    <ul className="open-points">
      {[...byRole].map(([role, offices]) => (
        <li key={role}>
          <p>
            {rolesIn(procedure, [role])}：{offices.map(({ name }) => name).join('、')}
          </p>
          <Clauses
            clauses={clausesIn(procedure, { clauses: [...new Set(offices.flatMap(({ clauses }) => clauses))] })}
          />
        </li>
      ))}
    </ul>
  )
}
