import type { NewCopyOf, NewTemplate, NewTemplateIn, OutlineDraft, OutlineReading } from '@policyforms/core'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../deps.ts'
import { isDeeperThan } from '../http/depth.ts'
import { Refused } from '../http/refusals.ts'
import { newSchema, newTemplateSchema, outlineSchema } from './workshop-schemas.ts'

const mostBytes = 20 * 2 ** 20
const deepest = 20

/** How a pack begins in the workshop: from a Word attachment or a text, from a neighbour's, or from a small template. */
export const startRoutes = (app: FastifyInstance, deps: Deps): void => {
  const read = async (given: Uint8Array | string): Promise<OutlineReading> => {
    const found = await deps.exporter.run('readOutline', given)
    if ('refused' in found) throw new Refused('outline-unreadable', { message: found.refused })
    return found
  }

  app.post('/api/workshop/outline', async (request) => {
    const part = await request.file({ limits: { fileSize: mostBytes, files: 1 } })
    if (!part) throw new Refused('file-missing')
    const bytes = await part.toBuffer()
    return read(/\.docx?$/i.test(part.filename) ? new Uint8Array(bytes) : textOf(bytes))
  })

  app.post<{ Body: { text: string } }>('/api/workshop/outline/text', { schema: { body: outlineSchema } }, (request) =>
    read(request.body.text),
  )

  app.post<{ Body: NewCopyOf }>('/api/workshop/new', { schema: { body: newSchema } }, async (request, reply) => {
    const { outline, ...wanted } = request.body
    if (outline !== undefined && !isOutline(outline)) throw new Refused('bad-request')
    const who = await deps.who(request)
    const input = { wanted: { ...wanted, ...(outline && { outlines: [outline] }) }, schemas: deps.folder.path }
    const made = await deps.exporter.run('newPack', input)
    if ('refused' in made) throw new Refused('pack-refused', { message: made.refused })
    const { id, name } = wanted
    const opening = { pack: id, name, files: made.files, isInFolder: false, at: deps.at() }
    const { isNew } = await deps.store.workshop.open(who, opening)
    if (!isNew)
      throw new Refused('pack-refused', { message: `工坊里已经有 ${id} 的工作稿了，没有改动。请换一个文件夹名。` })
    const copy = (await deps.store.workshop.list(who)).find(({ pack }) => pack === id)
    return reply.status(201).send({ copy, said: made.said })
  })

  // Answers as a save does, with what the person should know: the page goes on from the files that others changed.
  app.post<{ Params: { pack: string }; Body: NewTemplateIn }>(
    '/api/workshop/:pack/templates',
    { schema: { body: newTemplateSchema } },
    async (request, reply) => {
      const { pack } = request.params
      const { outline } = request.body
      if (outline !== undefined && !isOutline(outline)) throw new Refused('bad-request')
      const who = await deps.who(request)
      const copy = await deps.store.workshop.copy(who, pack)
      if (!copy) throw new Refused('workshop-missing')
      const input = { wanted: { ...request.body, pack }, own: copy.files, schemas: deps.folder.path }
      const made = await deps.exporter.run('newTemplate', input)
      if ('refused' in made) throw new Refused('pack-refused', { message: made.refused })
      const outcome = await deps.store.workshop.save(who, pack, { base: copy.revision, files: made.files }, deps.at())
      if (outcome === 'missing') throw new Refused('workshop-missing')
      if ('conflict' in outcome) throw new Refused('workshop-conflict', outcome.conflict)
      return reply.status(201).send({ ...outcome.done, files: made.files, said: made.said } satisfies NewTemplate)
    },
  )
}

const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** What a page sends back is what it was given, gone through by a person: its shape is held, its words are checked later. */
const isOutline = (outline: OutlineDraft): boolean =>
  !isDeeperThan(outline, deepest) &&
  Array.isArray(outline.title) &&
  Array.isArray(outline.sections) &&
  Array.isArray(outline.cover) &&
  Array.isArray(outline.notes)
