import { type NewDraft, prefill, type SavePatch, settle, titleOfAnswers, validate } from '@policyforms/core'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../deps.ts'
import { unknownFiles } from '../drafts/unknown-files.ts'
import { isDeeperThan } from '../http/depth.ts'
import { Refused } from '../http/refusals.ts'
import type { ListQuery } from '../store/store.ts'
import { done, draftOf, found, type OfDraft, templateOf } from './draft-of.ts'
import { listSchema, newDraftSchema, patchSchema, submitSchema } from './draft-schemas.ts'

/** No answers lie deeper: sections in sections, a table, a row, a period. */
const DEEPEST = 64

/** Filling, from the first save to the submission. */
export const draftRoutes = (app: FastifyInstance, deps: Deps): void => {
  const { store } = deps

  app.post<{ Body: NewDraft }>('/api/drafts', { schema: { body: newDraftSchema } }, async (request, reply) => {
    const { template: id } = request.body
    const pack = await deps.library.pack(id.split('/')[0] ?? '')
    const template = pack?.templates.find((one) => one.id === id)
    if (!template) {
      throw new Refused(pack?.issues.some((issue) => issue.severity === 'error') ? 'pack-broken' : 'template-unknown')
    }
    const answers = prefill(template, { today: deps.today() })
    const title = titleOfAnswers(template, answers)
    const draft = await store.create(await deps.who(request), { template, title, answers, at: deps.at() })
    return reply.status(201).send(draft)
  })

  app.get<{ Querystring: { state?: NonNullable<ListQuery['state']>; q?: string } }>(
    '/api/drafts',
    { schema: { querystring: listSchema } },
    async (request) => {
      const { state, q } = request.query
      return store.list(await deps.who(request), { ...(state && { state }), ...(q && { words: q.trim() }) })
    },
  )

  app.get<OfDraft>('/api/drafts/:id', (request) => draftOf(deps, request))

  app.patch<OfDraft & { Body: SavePatch }>('/api/drafts/:id', { schema: { body: patchSchema } }, async (request) => {
    const patch = request.body
    if (isDeeperThan(patch.sections, DEEPEST)) throw new Refused('too-deep')
    const who = await deps.who(request)
    const hash = await store.hashOf(who, request.params.id)
    const template = hash === undefined ? undefined : await deps.templateByHash(hash)
    if (!template) throw new Refused('not-found')
    const known = new Set(template.sections.map((section) => section.key))
    if (Object.keys(patch.sections).some((key) => !known.has(key))) throw new Refused('unknown-section')
    const title = (answers: Parameters<typeof titleOfAnswers>[1]) => titleOfAnswers(template, answers)
    const saved = await store.save(who, request.params.id, { patch, title, at: deps.at() })
    if (saved === 'too-large') throw new Refused('too-large')
    return done(saved)
  })

  app.delete<OfDraft>('/api/drafts/:id', async (request, reply) => {
    done(await store.remove(await deps.who(request), request.params.id, deps.at()))
    return reply.status(204).send()
  })

  app.post<OfDraft>('/api/drafts/:id/restore', async (request) =>
    found(await store.restore(await deps.who(request), request.params.id)),
  )

  app.post<OfDraft>('/api/drafts/:id/duplicate', async (request, reply) => {
    const copy = found(await store.duplicate(await deps.who(request), request.params.id, deps.at()))
    return reply.status(201).send(copy)
  })

  app.post<OfDraft & { Body: { revision: number } }>(
    '/api/drafts/:id/submit',
    { schema: { body: submitSchema } },
    async (request) => {
      const who = await deps.who(request)
      const draft = await draftOf(deps, request)
      const { revision } = request.body
      // Checked again when it is written, since another may save meanwhile.
      if (draft.state === 'submitted') throw new Refused('submitted', { draft, sections: [] })
      if (draft.revision !== revision) throw new Refused('conflict', { draft, sections: [] })
      const template = await templateOf(deps, draft)
      const today = deps.today()
      const issues = [
        ...validate(template, draft.answers, { today }),
        ...unknownFiles(template, draft.answers, await store.files(who, draft.id)),
      ]
      if (issues.some((issue) => issue.severity === 'error')) throw new Refused('invalid', { issues })
      const { answers } = settle(template, draft.answers, { today })
      return done(await store.submit(who, draft.id, { revision, answers, at: deps.at() }))
    },
  )

  app.post<OfDraft>('/api/drafts/:id/withdraw', async (request) =>
    done(await store.withdraw(await deps.who(request), request.params.id, deps.at())),
  )

  app.get<OfDraft>('/api/drafts/:id/history', async (request) =>
    found(await store.history(await deps.who(request), request.params.id)),
  )

  app.get<{ Params: { id: string; revision: string } }>('/api/drafts/:id/history/:revision', async (request) => {
    const revision = Number(request.params.revision)
    if (!Number.isSafeInteger(revision) || revision < 1 || revision > 2 ** 31 - 1) throw new Refused('not-found')
    return found(await store.answersAt(await deps.who(request), request.params.id, revision))
  })
}
