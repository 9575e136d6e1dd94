import { keysOf } from '../../answers/pointer.ts'
import type { Template } from '../../template/template.ts'
import { type Base, benchOf } from './bench.ts'
import type { BoundaryCase } from './boundary-case.ts'
import { limitCases } from './limit-cases.ts'
import { ruleCases } from './rule-cases.ts'

const mostBases = 4

/**
 * What stands right at the edges of a template's limits and rules, as small changes to examples that nothing is wrong
 * with. The first of `bases` is the fullest; the others are for rules that it does not reach.
 */
export const boundaryCases = (template: Template, bases: readonly Base[], today: string): readonly BoundaryCase[] => {
  const benches = bases.slice(0, mostBases).map((base) => benchOf(template, base, today))
  const [first] = benches
  if (!first) return []
  const ofRules = template.rules.flatMap((rule) => {
    const tried = benches.map((bench) => ruleCases(bench, rule))
    const breaks = tried.filter((cases) => cases.some(({ side }) => side === 'outside'))
    return breaks.find((cases) => cases.every(({ others }) => others === 0)) ?? breaks[0] ?? []
  })
  return named([...ofRules, ...limitCases(first)])
}

const kebab = (key: string) =>
  key
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '')

const stemOf = ({ about, side }: Omit<BoundaryCase, 'name'>): string => {
  const what = side === 'outside' ? 'invalid' : side === 'at' ? 'boundary' : 'boundary-within'
  if (about.is === 'rule') return `${what}-${about.rule}`
  const keys = keysOf(about.at).filter((key) => !/^\d+$/.test(key))
  return `${what}-${about.limit}-${keys.slice(-2).map(kebab).join('-')}`
}

const named = (cases: readonly Omit<BoundaryCase, 'name'>[]): readonly BoundaryCase[] => {
  const taken = new Set<string>()
  return cases.map((one) => {
    const stem = stemOf(one).slice(0, 54)
    let name = stem
    for (let n = 2; taken.has(name); n++) name = `${stem}-${n}`
    taken.add(name)
    return { name, ...one }
  })
}
