import type { Issue } from '../issues/issue.ts'
import type { Derivation, Path } from '../template/template.ts'
import { type Origin, packIssue } from './source.ts'

type Placed = Derivation & { readonly origin: Origin }

const startsWith = (path: Path, head: Path) => head.every((key, i) => path[i] === key)
const touches = (a: Path, b: Path) => startsWith(a, b) || startsWith(b, a)

/** Whether `one` has to be settled before `other`. */
const precedes = (one: Placed, other: Placed): boolean =>
  other.expression.reads.some((read) => touches(read, one.path)) ||
  (one.is === 'when' &&
    other !== one &&
    startsWith(other.path, one.path) &&
    !(other.is === 'when' && other.path.length === one.path.length))

/** Puts conditions and computed values in an order in which each reads only what is settled; a cycle is an issue. */
export const orderDerivations = (
  placed: readonly Placed[],
): { readonly derivations: readonly Derivation[]; readonly issues: readonly Issue[] } => {
  const issues: Issue[] = []
  const ordered: Derivation[] = []
  const state = new Map<Placed, 'open' | 'done'>()
  const visit = (one: Placed, trail: readonly Placed[]): void => {
    if (state.get(one) === 'done') return
    if (state.get(one) === 'open') {
      const cycle = [...trail.slice(trail.indexOf(one)), one].map(({ path }) => path.join('.'))
      issues.push(packIssue('rule-cycle', one.origin, { trail: cycle.join(' → ') }))
      return
    }
    state.set(one, 'open')
    for (const before of placed) if (precedes(before, one)) visit(before, [...trail, one])
    state.set(one, 'done')
    const { origin: _, ...derivation } = one
    ordered.push(derivation)
  }
  for (const one of placed) visit(one, [])
  return { derivations: ordered, issues }
}
