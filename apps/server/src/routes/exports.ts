import { buffer } from 'node:stream/consumers'
import type { Draft, SummaryRequest, WordRequest } from '@policyforms/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { zipped } from '../exports/zipped.ts'
import { mediaTypeOf } from '../files/signatures.ts'
import { asDownload, fileName } from '../http/attachment.ts'
import { Refused } from '../http/refusals.ts'
import { draftOf, type OfDraft } from './draft-of.ts'
import { summarySchema, wordSchema } from './draft-schemas.ts'
import { arriving, tooLarge } from './files.ts'

const maxWorkbookBytes = 20 * 2 ** 20

const nameOf = (draft: Draft) =>
  draft.title === draft.templateTitle ? draft.title : `${draft.templateTitle}-${draft.title}`

/** Word and Excel, out and back in. */
export const exportRoutes = (app: FastifyInstance, deps: Deps): void => {
  const job = async (request: FastifyRequest<OfDraft>) => ({
    who: await deps.who(request),
    id: request.params.id,
    today: deps.today(),
  })

  app.get<OfDraft>('/api/drafts/:id/word', async (request, reply) => {
    const draft = await draftOf(deps, request)
    const bytes = await deps.exporter.run('word', await job(request))
    return asDownload(reply, `${nameOf(draft)}.docx`, mediaTypeOf('.docx')).send(bytes)
  })

  app.get<OfDraft>('/api/drafts/:id/sheet', async (request, reply) => {
    const draft = await draftOf(deps, request)
    const bytes = await deps.exporter.run('sheet', await job(request))
    return asDownload(reply, `${nameOf(draft)}（填报表）.xlsx`, mediaTypeOf('.xlsx')).send(bytes)
  })

  app.post<OfDraft>('/api/drafts/:id/sheet', async (request) => {
    await draftOf(deps, request)
    const { stream, isCut } = await arriving(request, maxWorkbookBytes)
    const bytes = new Uint8Array(await buffer(stream))
    if (isCut()) throw tooLarge(maxWorkbookBytes)
    if (bytes.length === 0) throw new Refused('file-empty')
    return deps.exporter.run('readSheet', { ...(await job(request)), bytes })
  })

  app.post<{ Body: SummaryRequest }>(
    '/api/exports/summary',
    { schema: { body: summarySchema } },
    async (request, reply) => {
      const who = await deps.who(request)
      const { template: id, ids } = request.body
      const drafts = await deps.store.summaries(who, ids)
      if (drafts.length < ids.length || drafts.some((draft) => draft.template !== id)) throw new Refused('not-found')
      const template = (await deps.library.opened()).template(id) ?? (await deps.templateByHash(drafts[0]?.hash ?? ''))
      if (!template) throw new Refused('template-unknown')
      const bytes = await deps.exporter.run('summary', { who, ids, template, today: deps.today() })
      return asDownload(reply, `${template.title}汇总表.xlsx`, mediaTypeOf('.xlsx')).send(bytes)
    },
  )

  app.post<{ Body: WordRequest }>('/api/exports/word', { schema: { body: wordSchema } }, async (request, reply) => {
    const who = await deps.who(request)
    const drafts = await deps.store.summaries(who, request.body.ids)
    if (drafts.length < request.body.ids.length) throw new Refused('not-found')
    const today = deps.today()
    const books = drafts.map((draft) => ({
      name: fileName(`${draft.templateTitle}-${draft.title}`),
      bytes: () => deps.exporter.run('word', { who, id: draft.id, today }),
    }))
    return asDownload(reply, `材料 ${books.length} 份.zip`, mediaTypeOf('.zip')).send(zipped(books, '.docx'))
  })
}
