import type { PreviewRequest, WorkingFile } from '@policyforms/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { mediaTypeOf } from '../files/signatures.ts'
import { isDeeperThan } from '../http/depth.ts'
import { Refused } from '../http/refusals.ts'
import { isPlain } from './is-plain.ts'
import { isOf } from './pack-folder.ts'
import type { PreviewOf } from './preview.ts'
import { previewSchema } from './workshop-schemas.ts'
import { textsOf } from './workshop-store.ts'

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
    if (!files.every((file) => isOf(pack)(file) && isPlain(file.path))) throw new Refused('workshop-path')
    const copy = await deps.store.workshop.copy(await deps.who(request), pack)
    if (!copy) throw new Refused('workshop-missing')
    const changed = new Set(files.map(({ path }) => path))
    const own = [...copy.files.filter(({ path }) => !changed.has(path)), ...asFiles(textsOf(files))]
    // What is previewed does not hang on the examples.
    const read = own.filter(({ path }) => !path.includes('/examples/'))
    const around = await deps.folder.around(pack, read)
    return { pack, template, files: [...around, ...read], answers, today: deps.today() }
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

const asFiles = (texts: ReadonlyMap<string, string>): readonly WorkingFile[] =>
  [...texts].map(([path, text]) => ({ path, text }))
