import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type Coverage, plainSchema, type Template } from '@policyforms/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { mediaTypeOf } from '../files/signatures.ts'
import { asDownload } from '../http/attachment.ts'
import { Refused } from '../http/refusals.ts'
import type { PlainPack } from '../packs/plain-pack.ts'

const gzipped = promisify(gzip)

/** Shorter answers are sent as they are. */
const LONG = 100_000

interface OfPack {
  Params: { pack: string }
}

interface Named {
  Params: { pack: string; name: string }
}

/** Whoever fills a template in has no use for the bytes of the office's Word file. */
const withoutFormContent = (template: Template): Template => {
  const { form, ...document } = template.document
  return form ? { ...template, document: { ...document, form: { file: form.file } } } : template
}

/** What can be filled: the packs, their faults, and their templates with blank copies. */
export const packRoutes = (app: FastifyInstance, deps: Deps): void => {
  app.get('/api/packs', () => deps.library.listings())

  const packOf = async ({ pack }: OfPack['Params']): Promise<PlainPack> => {
    const found = await deps.library.pack(pack)
    if (!found) throw new Refused('pack-unknown')
    return found
  }

  app.get<OfPack>('/api/packs/:pack/faults', async ({ params }) => {
    const issues = await deps.library.issues(params.pack)
    if (!issues) throw new Refused('pack-unknown')
    return issues
  })

  app.get<OfPack>('/api/packs/:pack/coverage', async ({ params }): Promise<Coverage> => {
    const { procedure: _, written: value, ...pack } = await packOf(params)
    // It comes with the compiler of packs, which a server need not load to start.
    const { coverageOf } = await import('@policyforms/core/pack')
    return coverageOf({ ...pack, ...(value !== undefined && { procedure: { source: { value } } }) })
  })

  app.get<OfPack>('/api/packs/:pack/procedure', async ({ params }) => {
    const { id, procedure, issues } = await packOf(params)
    if (procedure) return procedure
    const isThere = issues.some(({ file }) => file === `${id}/procedure.json`)
    throw new Refused(isThere ? 'procedure-broken' : 'procedure-missing')
  })

  app.get<OfPack>('/api/packs/:pack/statistics.xlsx', async (request, reply) => {
    const { name, indicators, templates } = await packOf(request.params)
    if (!indicators) throw new Refused('not-found', { message: '这个地区没有 indicators.json，没有可以统计的指标。' })
    const who = await deps.who(request)
    const wanted = new Set(indicators.indicators.flatMap(({ sources }) => sources.map(({ template }) => template)))
    const drafts = await deps.store.list(who, { state: 'submitted' })
    const ids = drafts.flatMap(({ id, template }) => (wanted.has(template) ? [id] : []))
    const counted = templates.filter(({ id }) => wanted.has(id))
    const input = { who, ids, indicators, templates: counted, place: name, today: deps.today() }
    const bytes = await deps.exporter.run('statistics', input)
    return asDownload(reply, `${indicators.title}.xlsx`, mediaTypeOf('.xlsx')).send(bytes)
  })

  const present = async ({ pack, name }: Named['Params']): Promise<Template> => {
    const template = await deps.library.template(`${pack}/${name}`)
    if (!template) throw new Refused('template-unknown')
    return template
  }

  const send = async (request: FastifyRequest, reply: FastifyReply, template: Template, cache: string) => {
    const tag = `"${template.hash}"`
    reply.header('etag', tag).header('cache-control', cache).header('vary', 'accept-encoding')
    if (request.headers['if-none-match'] === tag) return reply.status(304).send()
    const text = JSON.stringify(withoutFormContent(template))
    reply.type('application/json; charset=utf-8')
    // Only code lists of thousands make a template so long; what is written twenty thousand times shrinks well.
    if (text.length < LONG || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(text)
    return reply.header('content-encoding', 'gzip').send(await gzipped(text))
  }

  app.get<Named>('/api/templates/:pack/:name', async (request, reply) =>
    send(request, reply, await present(request.params), 'no-cache'),
  )

  app.get<{ Params: { hash: string } }>('/api/templates/by-hash/:hash', async (request, reply) => {
    const template = await deps.templateByHash(request.params.hash)
    if (!template) throw new Refused('template-unknown')
    // What a hash names never changes.
    return send(request, reply, template, 'private, max-age=31536000, immutable')
  })

  app.get<Named>('/api/templates/:pack/:name/schema.json', async ({ params }, reply) =>
    reply.type('application/schema+json').send(JSON.stringify(plainSchema(await present(params)), null, 2)),
  )

  app.get<Named>('/api/templates/:pack/:name/blank.docx', async ({ params }, reply) => {
    const template = await present(params)
    const bytes = await deps.exporter.run('blankWord', { template, today: deps.today() })
    return asDownload(reply, `${template.title}（空白）.docx`, mediaTypeOf('.docx')).send(bytes)
  })

  app.get<Named>('/api/templates/:pack/:name/blank.xlsx', async ({ params }, reply) => {
    const template = await present(params)
    const bytes = await deps.exporter.run('blankSheet', { template, today: deps.today() })
    return asDownload(reply, `${template.title}（填报表）.xlsx`, mediaTypeOf('.xlsx')).send(bytes)
  })
}
