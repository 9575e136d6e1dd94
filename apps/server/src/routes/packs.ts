import type { PackListing, Template, TemplateListing } from '@policyforms/core'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Deps } from '../deps.ts'
import { mediaTypeOf } from '../files/signatures.ts'
import { asDownload } from '../http/attachment.ts'
import { Refused } from '../http/refusals.ts'

const listingOf = ({ id, title, description, version, hash }: Template): TemplateListing => ({
  id,
  title,
  version,
  hash,
  ...(description !== undefined && { description }),
})

interface Named {
  Params: { pack: string; name: string }
}

/** What can be filled: the packs, their faults, and their templates with blank copies. */
export const packRoutes = (app: FastifyInstance, deps: Deps): void => {
  app.get('/api/session', (request) => deps.identify(request))

  app.get('/api/packs', async (): Promise<readonly PackListing[]> => {
    const { packs } = await deps.library.opened()
    return packs.map(({ id, name, code, level, templates, issues }) => ({
      id,
      name,
      code,
      level,
      templates: templates.map(listingOf),
      faults: issues.length,
    }))
  })

  app.get<{ Params: { pack: string } }>('/api/packs/:pack/faults', async ({ params }) => {
    const pack = (await deps.library.opened()).packs.find(({ id }) => id === params.pack)
    if (!pack) throw new Refused('template-unknown')
    return pack.issues
  })

  const present = async ({ pack, name }: Named['Params']): Promise<Template> => {
    const template = (await deps.library.opened()).template(`${pack}/${name}`)
    if (!template) throw new Refused('template-unknown')
    return template
  }

  const send = (reply: FastifyReply, template: Template, ifNoneMatch: string | undefined, cache: string) => {
    const tag = `"${template.hash}"`
    reply.header('etag', tag).header('cache-control', cache)
    return ifNoneMatch === tag ? reply.status(304).send() : reply.send(template)
  }

  app.get<Named>('/api/templates/:pack/:name', async (request, reply) =>
    send(reply, await present(request.params), request.headers['if-none-match'], 'no-cache'),
  )

  app.get<{ Params: { hash: string } }>('/api/templates/by-hash/:hash', async (request, reply) => {
    const template = await deps.templateByHash(request.params.hash)
    if (!template) throw new Refused('template-unknown')
    // What a hash names never changes.
    return send(reply, template, request.headers['if-none-match'], 'private, max-age=31536000, immutable')
  })

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
