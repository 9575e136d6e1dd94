import type { PreviewRequest } from '@policyforms/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { mediaTypeOf } from '../files/signatures.ts'
import { isDeeperThan } from '../http/depth.ts'
import { Refused } from '../http/refusals.ts'
import { filesNow } from './files-now.ts'
import type { PreviewOf } from './preview.ts'
import { previewSchema } from './workshop-schemas.ts'

interface Asked {
  Params: { pack: string }
  Body: PreviewRequest
}

/** Deeper than any template allows its answers to be. */
const deepest = 40

/** The outputs of a template that is being changed, with answers that are being tried. Nothing is kept. */
export const previewRoutes = (app: FastifyInstance, deps: Deps): void => {
  const wanted = async (request: FastifyRequest<Asked>): Promise<PreviewOf> => {
    const { pack } = request.params
    const { template, files, answers } = request.body
    if (isDeeperThan(answers, deepest)) throw new Refused('too-deep')
    return { pack, template, files: await filesNow(deps, request, pack, files), answers, today: deps.today() }
  }

  const options = { schema: { body: previewSchema } }

  app.post<Asked>('/api/workshop/:pack/preview/word', options, async (request, reply) => {
    const bytes = await deps.exporter.run('previewWord', await wanted(request))
    if (!bytes) throw new Refused('workshop-broken')
    return reply.type(mediaTypeOf('.docx')).send(Buffer.from(bytes))
  })

  app.post<Asked>('/api/workshop/:pack/preview/sheet', options, async (request) => {
    const pictures = await deps.exporter.run('previewSheet', await wanted(request))
    if (!pictures) throw new Refused('workshop-broken')
    return pictures
  })
}
