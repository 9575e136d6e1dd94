import type { Comparison, PackStates } from '@policyforms/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { mediaTypeOf } from '../files/signatures.ts'
import { asDownload } from '../http/attachment.ts'
import { Refused } from '../http/refusals.ts'
import type { Sides } from './compare-sides.ts'
import { compareSchema } from './moving-schemas.ts'
import { sideOf } from './sides.ts'

interface OfSides {
  Querystring: { left: string; right: string }
}

/** Two packs, or two states of one, side by side: for the page, and as a Word table for those who decide. */
export const compareRoutes = (app: FastifyInstance, deps: Deps): void => {
  const sides = async (request: FastifyRequest<OfSides>): Promise<Sides> => {
    const who = await deps.who(request)
    const side = (named: string) => {
      const [pack = '', of = 'folder'] = named.split('@')
      return sideOf(deps, who, pack, of)
    }
    const { left, right } = request.query
    return { left: await side(left), right: await side(right) }
  }

  const send = async (reply: FastifyReply, compared: Sides) => {
    const bytes = await deps.exporter.run('differencesWord', { ...compared, today: deps.today() })
    return asDownload(reply, `${compared.right.pack}-修改对照表.docx`, mediaTypeOf('.docx')).send(bytes)
  }

  app.get<OfSides>(
    '/api/compare',
    { schema: { querystring: compareSchema } },
    async (request): Promise<Comparison> => deps.exporter.run('compare', await sides(request)),
  )

  app.get<OfSides>('/api/compare.docx', { schema: { querystring: compareSchema } }, async (request, reply) =>
    send(reply, await sides(request)),
  )

  app.get<{ Params: { pack: string } }>('/api/workshop/:pack/states', async (request): Promise<PackStates> => {
    const { pack } = request.params
    const who = await deps.who(request)
    const [listings, copies, versions] = await Promise.all([
      deps.library.listings(),
      deps.store.workshop.list(who),
      deps.store.workshop.versions(who, pack),
    ])
    return {
      isInFolder: listings.some(({ id }) => id === pack),
      hasCopy: copies.some((copy) => copy.pack === pack),
      versions,
    }
  })

  /** From the version that was published last, or what was taken, to the working copy. */
  app.get<{ Params: { pack: string } }>('/api/workshop/:pack/differences.docx', async (request, reply) => {
    const { pack } = request.params
    const { workshop } = deps.store
    const who = await deps.who(request)
    const copy = await workshop.copy(who, pack)
    if (!copy) throw new Refused('workshop-missing')
    const [last] = await workshop.versions(who, pack)
    const taken = { pack, of: 'taken', files: copy.taken, around: await deps.folder.around(pack, copy.taken) }
    const left = last ? await sideOf(deps, who, pack, `${last.number}`) : taken
    return send(reply, { left, right: await sideOf(deps, who, pack, 'copy') })
  })
}
