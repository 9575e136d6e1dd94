import type { FileChange, FilesPatch, WorkingCopy } from '@policyforms/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { Refused } from '../http/refusals.ts'
import { isForm, isPlain } from './is-plain.ts'
import { isOf } from './pack-folder.ts'
import { openSchema, patchSchema, patternsSchema } from './workshop-schemas.ts'

interface OfPack {
  Params: { pack: string }
}

/** Several Word files at a time may wait for a connection. */
const mostBytes = 24 * 2 ** 20

/** Packs under change: opening, reading and saving their files. */
export const workshopRoutes = (app: FastifyInstance, deps: Deps): void => {
  const { workshop } = deps.store

  const copyOf = async (request: FastifyRequest, pack: string): Promise<WorkingCopy> => {
    const copy = await workshop.copy(await deps.who(request), pack)
    if (!copy) throw new Refused('workshop-missing')
    return { ...copy, around: await deps.folder.around(pack, copy.files) }
  }

  app.get('/api/workshop', async (request) => workshop.list(await deps.who(request)))

  app.post<{ Body: { pack: string } }>('/api/workshop', { schema: { body: openSchema } }, async (request, reply) => {
    const { pack } = request.body
    const files = await deps.folder.own(pack)
    if (files.length === 0) throw new Refused('pack-unknown')
    const name = (await deps.library.pack(pack))?.name || pack
    const opening = { pack, name, files, isInFolder: true, at: deps.at() }
    const { isNew } = await workshop.open(await deps.who(request), opening)
    return reply.status(isNew ? 201 : 200).send(await copyOf(request, pack))
  })

  app.post<{ Body: { patterns: readonly string[] } }>(
    '/api/workshop/patterns',
    { schema: { body: patternsSchema } },
    (request) => deps.exporter.run('judgePatterns', request.body.patterns),
  )

  app.get<OfPack>('/api/workshop/:pack', (request) => copyOf(request, request.params.pack))

  app.get<OfPack>('/api/workshop/:pack/taken', async (request) => {
    const copy = await workshop.copy(await deps.who(request), request.params.pack)
    if (!copy) throw new Refused('workshop-missing')
    return copy.taken
  })

  /** Bytes that the copy has not had before are looked at here too: what a page says of a file is not believed. */
  const refuseForms = async (request: FastifyRequest, pack: string, files: readonly FileChange[]): Promise<void> => {
    const forms = files.flatMap(({ path, text }) => (isForm(path) && text !== null ? [{ path, text }] : []))
    if (forms.length === 0) return
    const copy = await workshop.copy(await deps.who(request), pack)
    const known = new Set([...(copy?.files ?? []), ...(copy?.taken ?? [])].map(({ text }) => text))
    for (const { path, text } of forms) {
      if (known.has(text)) continue
      const name = path.slice(path.lastIndexOf('/') + 1)
      const message = await deps.exporter.run('formRefusal', { name, content: text })
      if (message !== undefined) throw new Refused('form-refused', { message })
    }
  }

  app.patch<OfPack & { Body: FilesPatch }>(
    '/api/workshop/:pack',
    { schema: { body: patchSchema }, bodyLimit: mostBytes },
    async (request) => {
      const { pack } = request.params
      if (!request.body.files.every((file) => isOf(pack)(file) && isPlain(file.path)))
        throw new Refused('workshop-path')
      await refuseForms(request, pack, request.body.files)
      const outcome = await workshop.save(await deps.who(request), pack, request.body, deps.at())
      if (outcome === 'missing') throw new Refused('workshop-missing')
      if ('conflict' in outcome) throw new Refused('workshop-conflict', outcome.conflict)
      return outcome.done
    },
  )

  app.delete<OfPack>('/api/workshop/:pack', async (request, reply) => {
    await workshop.discard(await deps.who(request), request.params.pack)
    return reply.status(204).send()
  })
}
