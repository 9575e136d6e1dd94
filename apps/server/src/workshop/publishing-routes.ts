import type { Publishing } from '@policyforms/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { Refused } from '../http/refusals.ts'
import { hashOfFiles } from './hash-of-files.ts'
import { changesTo } from './working-rows.ts'
import { noteSchema, publishSchema, reviewSchema, takeSchema } from './workshop-schemas.ts'
import { type ReviewOutcome, textsOf } from './workshop-store.ts'

interface OfPack {
  Params: { pack: string }
}

const refusal = {
  missing: 'workshop-missing',
  changed: 'workshop-changed',
  'not-in-review': 'workshop-not-in-review',
  'own-review': 'workshop-own-review',
} as const

const orRefuse = (outcome: ReviewOutcome): void => {
  if (outcome !== 'done') throw new Refused(refusal[outcome])
}

/** From a working copy to a version that never changes: asking, looking, giving back, publishing. */
export const publishingRoutes = (app: FastifyInstance, deps: Deps): void => {
  const { workshop } = deps.store

  const publishing = async (request: FastifyRequest, pack: string): Promise<Publishing> => {
    const who = await deps.who(request)
    const [copy, versions, folder] = await Promise.all([
      workshop.copy(who, pack),
      workshop.versions(who, pack),
      deps.folder.own(pack),
    ])
    if (!copy) throw new Refused('workshop-missing')
    const last = versions[0] && (await workshop.versionFiles(who, pack, versions[0].number))
    const input = {
      who,
      pack,
      around: await deps.folder.around(pack, copy.files),
      before: last ?? copy.taken,
      after: copy.files,
    }
    const { templates: _, ...examined } = await deps.exporter.run('examine', input)
    const { revision, state, isChanged, review, returned } = copy
    return {
      revision,
      state,
      isChanged,
      ...(review && { review }),
      ...(returned && { returned }),
      ...examined,
      folder: changesTo(textsOf(copy.taken), textsOf(folder)).map(({ path }) => path),
      versions,
    }
  }

  app.get<OfPack>('/api/workshop/:pack/publishing', (request) => publishing(request, request.params.pack))

  app.post<OfPack & { Body: { revision: number; note: string } }>(
    '/api/workshop/:pack/review',
    { schema: { body: reviewSchema } },
    async (request, reply) => {
      orRefuse(await workshop.askReview(await deps.who(request), request.params.pack, request.body, deps.at()))
      return reply.status(204).send()
    },
  )

  app.post<OfPack & { Body: { note: string } }>(
    '/api/workshop/:pack/return',
    { schema: { body: noteSchema } },
    async (request, reply) => {
      orRefuse(await workshop.giveBack(await deps.who(request), request.params.pack, request.body.note, deps.at()))
      return reply.status(204).send()
    },
  )

  app.post<OfPack & { Body: { revision: number } }>(
    '/api/workshop/:pack/publish',
    { schema: { body: publishSchema } },
    async (request) => {
      const { pack } = request.params
      const { revision } = request.body
      const who = await deps.who(request)
      orRefuse(await workshop.mayPublish(who, pack, revision))
      const found = await publishing(request, pack)
      const isReady =
        found.issues.every(({ severity }) => severity !== 'error') &&
        found.breaking.length + found.sameNumber.length + found.folder.length === 0
      if (!isReady) throw new Refused('workshop-not-ready', { issues: found.issues })
      const copy = await workshop.copy(who, pack)
      if (!copy || copy.revision !== revision) throw new Refused('workshop-changed')
      // First the folder: a version is noted only when it is there. If the note fails, publishing again does no harm.
      await deps.folder.write(changesTo(textsOf(copy.taken), textsOf(copy.files)))
      const version = await workshop.published(who, pack, revision, hashOfFiles(copy.files), deps.at())
      if (!version) throw new Refused('workshop-changed')
      return version
    },
  )

  app.post<OfPack & { Body: { take: 'folder' | 'mine' } }>(
    '/api/workshop/:pack/folder',
    { schema: { body: takeSchema } },
    async (request) => {
      const { pack } = request.params
      const files = await deps.folder.own(pack)
      const saved = await workshop.takeFolder(await deps.who(request), pack, files, request.body.take, deps.at())
      if (saved === 'missing') throw new Refused('workshop-missing')
      return saved
    },
  )

  app.get<{ Params: { pack: string; number: string } }>('/api/workshop/:pack/versions/:number', async (request) => {
    const { pack, number } = request.params
    const isNumber = /^\d{1,9}$/.test(number)
    const files = isNumber && (await workshop.versionFiles(await deps.who(request), pack, Number(number)))
    if (!files) throw new Refused('not-found')
    return files
  })
}
