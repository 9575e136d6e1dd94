import { isObject, type Json } from '../answers/json.ts'
import { keysOf, pointerOf } from '../answers/pointer.ts'
import { type Carrier, type Cited, carriersIn } from '../template/carriers.ts'
import type { Pack } from './check-folder.ts'
import type { Office } from './check-jurisdiction.ts'
import { clauseRefs } from './keyword-values.ts'
import type { Policy, PolicyClause } from './pack-files.ts'

export type { Carrier }
export interface ClauseCoverage extends PolicyClause {
  readonly carriers: readonly Carrier[]
  /** Nothing carries it although it asks for something. */
  readonly isUncovered: boolean
}

export interface PolicyCoverage extends Omit<Policy, 'clauses'> {
  readonly clauses: readonly ClauseCoverage[]
}

export interface Coverage {
  readonly pack: string
  readonly policies: readonly PolicyCoverage[]
}

/** What coverage reads of a pack: plain data, so that it can be kept where the pack was not read. */
export interface Covering extends Pick<Pack, 'id' | 'roles' | 'policies' | 'offices' | 'templates' | 'indicators'> {
  readonly procedure?: { readonly source: { readonly value: Json } }
}

/** For each clause of the pack's own policies: what in its templates, its procedure, its targets and its offices carries it. */
export const coverageOf = (pack: Covering): Coverage => {
  const cited = [
    ...pack.templates.flatMap(carriersIn),
    ...pack.offices.flatMap((office, i) => inOffice(pack, office, i)),
    ...inProcedure(pack.procedure?.source.value),
    ...inIndicators(pack.indicators),
  ]
  const carriersOf = Map.groupBy(cited, ([ref]) => ref)
  const policies = pack.policies.map((policy) => ({
    ...policy,
    clauses: policy.clauses.map((clause) => {
      const carriers = (carriersOf.get(clause.ref) ?? []).map(([, carrier]) => carrier)
      return { ...clause, carriers, isUncovered: carriers.length === 0 && clause.asksNothing === undefined }
    }),
  }))
  return { pack: pack.id, policies }
}

const inOffice = ({ roles }: Covering, { name, role, clauses }: Office, i: number): readonly Cited[] => {
  const carrier: Carrier = { is: 'office', label: `${roles[role] ?? role} › ${name}`, path: ['offices', String(i)] }
  return clauses.map((ref) => [ref, carrier])
}

const inIndicators = (held: Covering['indicators']): readonly Cited[] =>
  (held?.indicators ?? []).flatMap(({ id, title, clauses }) =>
    clauses.map(({ ref }): Cited => [ref, { is: 'indicator', label: `${held?.title} › ${title}`, path: [id] }]),
  )

/** Whatever in the procedure has a `clause`, under the titles around it. */
const inProcedure = (value: Json | undefined, at = '', titles: readonly string[] = []): readonly Cited[] => {
  if (!isObject(value) && !Array.isArray(value)) return []
  const { title, clause } = isObject(value) ? value : {}
  const trail = typeof title === 'string' ? [...titles, title] : titles
  const path = keysOf(at)
  const own = clauseRefs(clause).map((ref): Cited => [ref, { is: 'procedure', label: trail.join(' › '), path }])
  const below = Object.entries(value).flatMap(([key, item]) =>
    inProcedure(item ?? undefined, pointerOf([...path, key]), trail),
  )
  return [...own, ...below]
}
