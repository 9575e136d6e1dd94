import type { Answers } from '../answers/json.ts'
import { placesOf } from '../answers/pointer.ts'
import { isHidden, settle } from '../answers/settle.ts'
import { evaluate, newBudget, withinBudget } from '../rules/evaluate.ts'
import { scopeAt } from '../rules/scope.ts'
import type { Derivation, Path, Rule, Template } from '../template/template.ts'

/** `open`: nothing to judge, since something that the rule reads is blank or hidden. */
export type Verdict = 'holds' | 'broken' | 'open'

/** What a rule says of settled answers, over all places where it is judged. */
export const verdictOf = (
  rule: Rule,
  settled: { readonly answers: Answers; readonly hidden: ReadonlySet<string> },
  today: string,
): Verdict => {
  const budget = newBudget()
  const verdict = (): Verdict => {
    let found: Verdict = 'open'
    for (const place of placesOf(settled.answers, rule.path)) {
      if (isHidden(settled.hidden, place)) continue
      const value = evaluate(rule.assert.term, scopeAt(settled.answers, place, today, budget))
      if (value === false) return 'broken'
      if (value === true) found = 'holds'
    }
    return found
  }
  return withinBudget(verdict, 'open')
}

const touches = (one: Path, other: Path): boolean => {
  const length = Math.min(one.length, other.length)
  for (let i = 0; i < length; i++) if (one[i] !== other[i]) return false
  return true
}

const withoutEnd = (path: Path): Path => (path.at(-1) === '' ? path.slice(0, -1) : path)

/** What a rule reads, also by way of computed values and conditions; and those derivations alone. */
export const readingOf = (
  template: Template,
  rule: Rule,
): { readonly paths: readonly Path[]; readonly derivations: readonly Derivation[] } => {
  const paths: Path[] = [...rule.assert.reads.map(withoutEnd), rule.path]
  const used = new Set<Derivation>()
  for (let i = 0; i < paths.length; i++) {
    const path = paths[i] ?? []
    for (const derivation of template.derivations) {
      // The rule's own place matters for what hides it, not for all that is computed below.
      const isNear = path === rule.path ? derivation.path.length <= path.length : true
      if (used.has(derivation) || !isNear || !touches(derivation.path, path)) continue
      used.add(derivation)
      paths.push(...derivation.expression.reads.map(withoutEnd))
    }
  }
  return {
    paths: paths.filter((path) => path !== rule.path),
    derivations: template.derivations.filter((one) => used.has(one)),
  }
}

export const isRead = (paths: readonly Path[], path: Path): boolean => paths.some((read) => touches(read, path))

/** The verdict on answers of which only what the rule reads is settled: a search asks for it a thousand times. */
export const quickVerdict = (template: Template, rule: Rule, today: string) => {
  const part = { sections: template.sections, derivations: readingOf(template, rule).derivations }
  return (answers: Answers): Verdict => verdictOf(rule, settle(part, answers, { today }), today)
}
