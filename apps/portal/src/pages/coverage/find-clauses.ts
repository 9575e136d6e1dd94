import type { ClauseCoverage, PolicyCoverage } from '@policyforms/core'
import { hasWords } from '../../parts/has-words.ts'
import { groupsOf, type Standing, standingOf } from './standing.ts'

export interface Wanted {
  readonly standing: Standing | 'all'
  /** The title of a template or of the procedure, or nothing for whichever. */
  readonly carrier: string
  readonly words: string
}

export const everything: Wanted = { standing: 'all', carrier: '', words: '' }

/** The templates and procedures that carry any of the clauses. */
export const carriersOf = (policies: readonly PolicyCoverage[]): readonly string[] => [
  ...new Set(
    policies.flatMap(({ clauses }) => clauses.flatMap(({ carriers }) => groupsOf(carriers).map(({ title }) => title))),
  ),
]

const textOf = ({ heading, gist, asksNothing, carriers }: ClauseCoverage): string =>
  [heading, gist, asksNothing ?? '', ...carriers.map(({ label }) => label)].join(' ')

const isWanted = (clause: ClauseCoverage, { standing, carrier, words }: Wanted): boolean =>
  (standing === 'all' || standingOf(clause) === standing) &&
  (carrier === '' || groupsOf(clause.carriers).some(({ title }) => title === carrier)) &&
  hasWords(textOf(clause), words)

/** The clauses that are looked for, in their policies. */
export const findClauses = (policies: readonly PolicyCoverage[], wanted: Wanted): readonly PolicyCoverage[] =>
  policies
    .map((policy) => ({ ...policy, clauses: policy.clauses.filter((clause) => isWanted(clause, wanted)) }))
    .filter(({ clauses }) => clauses.length > 0)
