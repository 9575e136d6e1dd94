import { clauseRefs } from '@policyforms/core/pack'
import type { Obligation } from '../procedure.ts'
import { compileDue } from './compile-due.ts'
import { each, named } from './entries.ts'
import type { Scopes } from './names.ts'
import type { Typing } from './typing.ts'
import type { WrittenObligation, WrittenProcedure } from './written.ts'

export const compileObligations = (
  { obligations }: WrittenProcedure,
  on: Typing,
  scopes: Scopes,
): readonly Obligation[] =>
  each<WrittenObligation, Obligation>(obligations, (id, one) => {
    const at = `/obligations/${id}`
    const names = one.due.kind === 'yearly' ? scopes.period : scopes.facts
    return {
      ...named(id, one),
      role: one.role,
      ...on.condition(one.when, `${at}/when`, scopes.facts),
      due: compileDue(one.due, `${at}/due`, on, scopes),
      exempt: (one.exempt ?? []).map(({ when, because, clause }, i) => ({
        when: on.expression(when, `${at}/exempt/${i}/when`, 'truth', names),
        because,
        clauses: clauseRefs(clause),
      })),
      doneBy: one.doneBy,
      undoneBy: one.undoneBy ?? [],
    }
  })
