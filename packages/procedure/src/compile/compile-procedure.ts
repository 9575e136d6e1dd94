import type { Issue } from '@policyforms/core'
import { clauseRefs, type ProcedureSource } from '@policyforms/core/pack'
import type { Consequence, Fact, Parameter, Procedure } from '../procedure.ts'
import { checkCourse } from './check-course.ts'
import { compileObligations } from './compile-obligations.ts'
import { compileStage } from './compile-stage.ts'
import { compileTransitions } from './compile-transitions.ts'
import { each, named } from './entries.ts'
import { scopesOf } from './names.ts'
import { Typing } from './typing.ts'
import type { WrittenConsequence, WrittenParameter, WrittenProcedure } from './written.ts'

/**
 * From a pack's `procedure.json`, which `check` has found right in shape and names, to a Procedure. It comes out only
 * if nothing is wrong: expressions type, every stage can be reached, every case can end.
 */
export const compileProcedure = (
  from: ProcedureSource,
): { readonly procedure?: Procedure; readonly issues: readonly Issue[] } => {
  // The meta-schema has been checked: a ProcedureSource is made only when it holds.
  const written = from.source.value as unknown as WrittenProcedure
  const on = new Typing(from, written)
  const scopes = scopesOf(written)
  const { title, version, note, clause } = written
  const course = {
    clauses: clauseRefs(clause),
    offices: from.context.offices,
    parameters: each<WrittenParameter, Parameter>(written.parameters, (id, one) => ({
      ...named(id, one),
      value: one.value,
      open: one.open,
    })),
    facts: each(
      written.facts,
      (id, one): Fact => ({
        ...named(id, one),
        kind: one.kind,
        ...(one.oneOf && { options: one.oneOf.map((option) => ({ code: option.const, title: option.title })) }),
      }),
    ),
    starts: written.starts.map(({ stage, when }, i) => ({
      stage,
      ...on.condition(when, `/starts/${i}/when`, scopes.facts),
    })),
    stages: each(written.stages, (id, one) => compileStage(id, one, written, from.context, on, scopes)),
    transitions: compileTransitions(written, on, scopes),
    obligations: compileObligations(written, on, scopes),
    consequences: each<WrittenConsequence, Consequence>(written.consequences, (id, one) => ({
      ...named(id, one),
      when: on.expression(one.when, `/consequences/${id}/when`, 'truth', scopes.due),
      transition: one.transition,
    })),
  }
  checkCourse(written, on)
  if (on.issues.length > 0) return { issues: on.issues }
  const { pack, clauses } = from.context
  const refs = citations(course)
  const cited = Object.fromEntries(
    [...clauses.keys()].flatMap((ref) => {
      const clause = refs.has(ref) ? clauses.get(ref) : undefined
      return clause ? [[ref, clause] as const] : []
    }),
  )
  return { procedure: { pack, title, version, ...(note !== undefined && { note }), ...course, cited }, issues: [] }
}

/** Every clause cited anywhere below. */
const citations = (value: unknown): ReadonlySet<string> => {
  if (typeof value !== 'object' || value === null) return new Set()
  return new Set(
    Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
      key === 'clauses' && Array.isArray(child) ? child.map(String) : [...citations(child)],
    ),
  )
}
