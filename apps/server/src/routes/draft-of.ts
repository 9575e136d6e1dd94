import type { Draft, Template } from '@policyforms/core'
import type { FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { Refused } from '../http/refusals.ts'
import type { Outcome } from '../store/store.ts'

export interface OfDraft {
  Params: { id: string }
}

/** The draft that the address names. */
export const draftOf = async (deps: Deps, request: FastifyRequest<OfDraft>): Promise<Draft> => {
  const draft = await deps.store.draft(await deps.who(request), request.params.id)
  if (!draft) throw new Refused('not-found')
  return draft
}

/** The version of the template that a draft is filled by. */
export const templateOf = async (deps: Deps, draft: Draft): Promise<Template> => {
  const template = await deps.templateByHash(draft.hash)
  if (!template) throw new Error(`The template ${draft.hash} of draft ${draft.id} is not in the store`)
  return template
}

/** What the store did, or the refusal that says why not. */
export const done = <T>(outcome: Outcome<T>): T => {
  if (outcome === 'missing') throw new Refused('not-found')
  if ('done' in outcome) return outcome.done
  const { because, draft, sections } = outcome.obstacle
  throw new Refused(because, { draft, sections })
}

export const found = <T>(result: T | 'missing'): T => {
  if (result === 'missing') throw new Refused('not-found')
  return result
}
