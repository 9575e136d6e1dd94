import type { FileChange } from '@policyforms/core'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../deps.ts'
import { fileName } from '../http/attachment.ts'
import { Refused } from '../http/refusals.ts'
import { filesNow } from './files-now.ts'
import { formsSchema } from './workshop-schemas.ts'

interface OfPack {
  Params: { pack: string }
}

/** Beyond any that is taken: enough to say how large it is, no more. */
const mostBytes = 8 * 2 ** 20

/** An office's own Word file comes into a working copy, and is held against the templates that are printed by it. */
export const formRoutes = (app: FastifyInstance, deps: Deps): void => {
  app.post<OfPack>('/api/workshop/:pack/forms/look', async (request, reply) => {
    if (!(await deps.store.workshop.copy(await deps.who(request), request.params.pack)))
      throw new Refused('workshop-missing')
    const part = await request.file({ limits: { fileSize: mostBytes, files: 1 }, throwFileSizeLimit: false })
    if (!part) throw new Refused('file-missing')
    const content = new Uint8Array(await part.toBuffer())
    const message = await deps.exporter.run('formRefusal', { name: fileName(part.filename), content })
    if (message !== undefined) throw new Refused('form-refused', { message })
    return reply.status(204).send()
  })

  app.post<OfPack & { Body: { files: readonly FileChange[] } }>(
    '/api/workshop/:pack/forms/check',
    { schema: { body: formsSchema } },
    async (request) => {
      const { pack } = request.params
      return deps.exporter.run('checkForms', { pack, files: await filesNow(deps, request, pack, request.body.files) })
    },
  )
}
