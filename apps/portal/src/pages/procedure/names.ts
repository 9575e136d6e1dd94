import type { Clause } from '@policyforms/core'
import type { Procedure } from '@policyforms/procedure'

export const rolesIn = ({ pack }: Procedure, roles: readonly string[]): string =>
  roles.map((role) => pack.roles[role] ?? role).join('、')

/** The clauses that something cites. */
export const clausesIn = ({ cited }: Procedure, { clauses }: { readonly clauses: readonly string[] }) =>
  clauses.flatMap((ref): Clause | readonly Clause[] => (Object.hasOwn(cited, ref) ? (cited[ref] ?? []) : []))
