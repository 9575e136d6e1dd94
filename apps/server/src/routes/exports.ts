import { buffer } from 'node:stream/consumers'
import { chooseColumns, type Draft, type SummaryRequest, type Template, type WordRequest } from '@policyforms/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { exportsUnderWay } from '../exports/under-way.ts'
import { zipped } from '../exports/zipped.ts'
import { mediaTypeOf } from '../files/signatures.ts'
import { asDownload, fileName } from '../http/attachment.ts'
import { Refused } from '../http/refusals.ts'
import { draftOf, type OfDraft } from './draft-of.ts'
import { compilationSchema, redlineSchema, summarySchema, wordSchema } from './draft-schemas.ts'
import { arriving, tooLarge } from './files.ts'

const maxFilledBytes = 20 * 2 ** 20

const arrivingFilled = async (request: FastifyRequest): Promise<Uint8Array> => {
  const { stream, isCut } = await arriving(request, maxFilledBytes)
  const bytes = new Uint8Array(await buffer(stream))
  if (isCut()) throw tooLarge(maxFilledBytes)
  if (bytes.length === 0) throw new Refused('file-empty')
  return bytes
}

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

  app.get<OfDraft & { Querystring: { from: string; to?: string } }>(
    '/api/drafts/:id/redline',
    { schema: { querystring: redlineSchema } },
    async (request, reply) => {
      const draft = await draftOf(deps, request)
      const [from, to] = [Number(request.query.from), request.query.to && Number(request.query.to)]
      if (Math.max(from, to || 0) > draft.revision) throw new Refused('not-found')
      const bytes = await deps.exporter.run('redline', { ...(await job(request)), from, ...(to && { to }) })
      return asDownload(reply, `${nameOf(draft)}（修订对照）.docx`, mediaTypeOf('.docx')).send(bytes)
    },
  )

  app.get<OfDraft>('/api/drafts/:id/sheet', async (request, reply) => {
    const draft = await draftOf(deps, request)
    const bytes = await deps.exporter.run('sheet', await job(request))
    return asDownload(reply, `${nameOf(draft)}（填报表）.xlsx`, mediaTypeOf('.xlsx')).send(bytes)
  })

  const filled = async (request: FastifyRequest<OfDraft>) => {
    await draftOf(deps, request)
    return { ...(await job(request)), bytes: await arrivingFilled(request) }
  }

  app.post<OfDraft>('/api/drafts/:id/sheet', async (request) => deps.exporter.run('readSheet', await filled(request)))
  app.post<OfDraft>('/api/drafts/:id/word', async (request) => deps.exporter.run('readWord', await filled(request)))

  app.post<OfDraft>('/api/drafts/:id/sheet/marked', async (request, reply) => {
    const draft = await draftOf(deps, request)
    const bytes = await arrivingFilled(request)
    const given = await job(request)
    const { issues } = await deps.exporter.run('readSheet', { ...given, bytes })
    const marked = await deps.exporter.run('markSheet', { ...given, bytes, issues })
    return asDownload(reply, `${nameOf(draft)}（已标出问题）.xlsx`, mediaTypeOf('.xlsx')).send(marked)
  })

  const underWay = exportsUnderWay()

  app.get<{ Params: { export: string } }>('/api/exports/:export', async (request) => {
    const { workspace } = await deps.who(request)
    return underWay.progress(workspace, request.params.export)
  })

  app.post<{ Body: SummaryRequest }>(
    '/api/exports/summary',
    { schema: { body: summarySchema } },
    async (request, reply) => {
      const who = await deps.who(request)
      const { template: id, ids, export: name, columns, format = 'xlsx' } = request.body
      const drafts = await deps.store.summaries(who, ids)
      if (drafts.length < ids.length || drafts.some((draft) => draft.template !== id)) throw new Refused('not-found')
      const template = (await deps.library.template(id)) ?? (await deps.templateByHash(drafts[0]?.hash ?? ''))
      if (!template) throw new Refused('template-unknown')
      const hashes = [...new Set(drafts.map((draft) => draft.hash))]
      const choice = columns && knownColumns(template, columns)
      const { signal, tell } = underWay.begin(reply, who.workspace, name, ids.length)
      const input = { who, ids, hashes, template, today: deps.today(), format, ...(choice && { columns: choice }) }
      const bytes = await deps.exporter.run('summary', input, { signal, onProgress: tell })
      const ending = `.${format}`
      return asDownload(reply, `${template.title}汇总表${ending}`, mediaTypeOf(ending)).send(bytes)
    },
  )

  app.post<{ Body: WordRequest }>(
    '/api/exports/compilation',
    { schema: { body: compilationSchema } },
    async (request, reply) => {
      const who = await deps.who(request)
      const { ids, export: name } = request.body
      const drafts = await deps.store.summaries(who, ids)
      const [first] = drafts
      const isOne = drafts.every((draft) => draft.template === first?.template)
      if (!first || drafts.length < ids.length || !isOne) throw new Refused('not-found')
      const template = (await deps.library.template(first.template)) ?? (await deps.templateByHash(first.hash))
      if (!template) throw new Refused('template-unknown')
      const { signal, tell } = underWay.begin(reply, who.workspace, name, ids.length)
      const input = { who, ids, template, today: deps.today() }
      const bytes = await deps.exporter.run('compilation', input, { signal, onProgress: tell })
      return asDownload(reply, `${template.title}汇编.docx`, mediaTypeOf('.docx')).send(bytes)
    },
  )

  app.post<{ Body: WordRequest }>('/api/exports/word', { schema: { body: wordSchema } }, async (request, reply) => {
    const who = await deps.who(request)
    const { ids, export: name } = request.body
    const drafts = await deps.store.summaries(who, ids)
    if (drafts.length < ids.length) throw new Refused('not-found')
    const { signal, tell } = underWay.begin(reply, who.workspace, name, drafts.length)
    const today = deps.today()
    const books = drafts.map((draft) => ({
      name: fileName(`${draft.templateTitle}-${draft.title}`),
      bytes: () => deps.exporter.run('word', { who, id: draft.id, today }, { signal }),
    }))
    const zip = zipped(books, '.docx', { ahead: deps.exporter.breadth, onProgress: tell })
    return asDownload(reply, `材料 ${books.length} 份.zip`, mediaTypeOf('.zip')).send(zip)
  })
}

/** The columns that were asked for and that the template has: a choice is kept longer than a template stays as it is. */
const knownColumns = (template: Template, columns: readonly string[]): readonly string[] | undefined => {
  const unknown = new Set(chooseColumns(template, columns).unknown.map(({ id }) => id))
  const known = columns.filter((id) => !unknown.has(id))
  return known.length > 0 ? known : undefined
}
