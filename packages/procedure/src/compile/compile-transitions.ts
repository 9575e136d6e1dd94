import type { Term } from '@policyforms/core'
import type { Transition } from '../procedure.ts'
import { each, named } from './entries.ts'
import { type Scopes, typeOfFact } from './names.ts'
import type { Typing } from './typing.ts'
import type { WrittenProcedure } from './written.ts'

export const compileTransitions = (
  { transitions, facts }: WrittenProcedure,
  on: Typing,
  scopes: Scopes,
): readonly Transition[] =>
  each(transitions, (id, one): Transition => {
    const at = `/transitions/${id}`
    return {
      ...named(id, one),
      from: one.from,
      ...(one.to !== undefined && { to: one.to }),
      roles: one.roles,
      ...on.condition(one.when, `${at}/when`, scopes.due),
      needsAll: one.complete === true,
      ...(one.document !== undefined && { document: one.document }),
      asks: one.asks ?? [],
      effects: each(one.effects, (fact, text) => {
        const wanted = facts[fact] ? typeOfFact(facts[fact]) : undefined
        const value = on.expression(text, `${at}/effects/${fact}`, wanted?.is ?? 'text', scopes.due)
        const codes = wanted?.is === 'text' ? wanted.codes : undefined
        for (const text of codes ? textsOf(value.term) : [])
          if (!codes?.includes(text))
            on.fault('rule-option', `${at}/effects/${fact}`, {
              value: text,
              suggestion: '',
              options: codes?.join('、') ?? '',
            })
        return { fact, value }
      }),
    }
  })

/** The literal texts that an expression can come to. */
const textsOf = (term: Term): readonly string[] => {
  if (term.op === 'if') return [term.yes, term.no].flatMap(textsOf)
  return term.op === 'literal' && term.type === 'text' ? [String(term.value)] : []
}
