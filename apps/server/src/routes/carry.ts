import { carryAnswers, type Difference, type Template, titleOfAnswers } from '@policyforms/core'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../deps.ts'
import { Refused } from '../http/refusals.ts'
import { done, draftOf, type OfDraft, templateOf } from './draft-of.ts'
import { submitSchema } from './draft-schemas.ts'

/** Drafts of earlier versions: what has changed since, and carrying one over. */
export const carryRoutes = (app: FastifyInstance, deps: Deps): void => {
  const presentOf = async ({ id }: Template): Promise<Template> => {
    const present = await deps.library.template(id)
    if (!present) throw new Refused('template-unknown')
    return present
  }

  app.get<OfDraft>('/api/drafts/:id/newer', async (request): Promise<readonly Difference[]> => {
    const from = await templateOf(deps, await draftOf(deps, request))
    const to = await presentOf(from)
    // It comes with the compiler of packs, which a server need not load to start.
    const { comparePacks } = await import('@policyforms/core/pack')
    return comparePacks({ templates: [from] }, { templates: [to] })
  })

  app.post<OfDraft & { Body: { revision: number } }>(
    '/api/drafts/:id/carry',
    { schema: { body: submitSchema } },
    async (request) => {
      const draft = await draftOf(deps, request)
      const from = await templateOf(deps, draft)
      const to = await presentOf(from)
      if (to.hash === from.hash) return draft
      const { answers } = carryAnswers(from, to, draft.answers)
      const carried = { template: to, title: titleOfAnswers(to, answers), answers, at: deps.at() }
      const { revision } = request.body
      return done(await deps.store.carry(await deps.who(request), draft.id, { revision, ...carried }))
    },
  )
}
