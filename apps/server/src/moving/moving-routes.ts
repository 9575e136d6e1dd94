import type { Imported, ImportLook, Revert, SignatureLook, SignerLook } from '@policyforms/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { asDownload } from '../http/attachment.ts'
import { Refused } from '../http/refusals.ts'
import type { Who } from '../store/store.ts'
import { changesTo } from '../workshop/working-rows.ts'
import { textsOf } from '../workshop/workshop-store.ts'
import type { Arrived } from './look-at-pack.ts'
import { exportSchema, importSchema, lookSchema, revertSchema } from './moving-schemas.ts'
import { sideOf } from './sides.ts'

const mostBytes = 32 * 2 ** 20

interface OfPack {
  Params: { pack: string }
}

// What signs knows packs, and with them the whole dialect: loaded when somebody asks for it.
const signing = () => import('./pack-signature.ts')

/** Packs leave as signed zips, and enter by being looked at before anything of them is kept. */
export const movingRoutes = (app: FastifyInstance, deps: Deps): void => {
  const { store, folder, exporter } = deps
  const { workshop } = store

  app.get<OfPack & { Querystring: { of?: string } }>(
    '/api/workshop/:pack/export',
    { schema: { querystring: exportSchema } },
    async (request, reply) => {
      const { pack } = request.params
      const { of = 'copy' } = request.query
      const { files } = await sideOf(deps, await deps.who(request), pack, of)
      const { user } = await deps.identify(request)
      const { signPack } = await signing()
      const signature = signPack(pack, files, { signer: user.name, at: deps.at() }, await deps.signer())
      const bytes = await exporter.run('packZip', { files, signature })
      const name = /^\d+$/.test(of) ? `${pack}-第${of}版.zip` : `${pack}.zip`
      return asDownload(reply, name, 'application/zip').send(bytes)
    },
  )

  app.get('/api/signer', async (): Promise<SignerLook> => {
    const { publicKey } = await deps.signer()
    return { publicKey, fingerprint: (await signing()).fingerprintOf(publicKey) }
  })

  const arrived = async (request: FastifyRequest, as: string | undefined): Promise<Arrived> => {
    const part = await request.file({ limits: { fileSize: mostBytes, files: 1 } })
    if (!part) throw new Refused('file-missing')
    const bytes = new Uint8Array(await part.toBuffer())
    const found = await exporter.run('openPack', { bytes, ...(as !== undefined && { as }) })
    if ('refused' in found) throw new Refused('import-refused', { message: `没有导入：${found.refused}。` })
    return found
  }

  const known = async (who: Who, look: SignatureLook): Promise<SignatureLook> => {
    if (look.is !== 'valid') return look
    if (look.publicKey === (await deps.signer()).publicKey) return { ...look, isOwn: true }
    const signers = await store.signers.list(who)
    const own = signers.find(({ publicKey }) => publicKey === look.publicKey)
    const isNameTaken = !own && signers.some(({ name }) => name === look.signer)
    return {
      ...look,
      ...(own && { known: { name: own.name, since: own.since } }),
      ...(isNameTaken && { isNameTaken }),
    }
  }

  const whatIsHere = async (who: Who, pack: string) => {
    const [copy, inFolder] = await Promise.all([workshop.copy(who, pack), folder.own(pack)])
    const here: ImportLook['here'] = copy
      ? { is: 'copy', revision: copy.revision, savedBy: copy.savedBy }
      : inFolder.length > 0
        ? { is: 'folder' }
        : undefined
    return { copy, inFolder, here, files: copy?.files ?? inFolder }
  }

  app.post<{ Querystring: { as?: string } }>(
    '/api/imports/look',
    { schema: { querystring: lookSchema } },
    async (request): Promise<ImportLook> => {
      const who = await deps.who(request)
      const { original, pack, files, look } = await arrived(request, request.query.as)
      const { here, files: before } = await whatIsHere(who, pack)
      const around = await folder.around(pack, files)
      const found = await exporter.run('examineArrival', { pack, files, around, here: before })
      return { original, pack, signature: await known(who, look), ...(here && { here }), ...found }
    },
  )

  app.post<{ Querystring: { as?: string; base: string; remember?: string } }>(
    '/api/imports',
    { schema: { querystring: importSchema } },
    async (request, reply) => {
      const who = await deps.who(request)
      const { as, base, remember } = request.query
      const { pack, files, look } = await arrived(request, as)
      if (look.is === 'broken')
        throw new Refused('import-refused', { message: '没有导入：签名与文件不符，内容可能被人改过。' })
      const { copy, inFolder, files: before } = await whatIsHere(who, pack)
      if ((copy?.revision ?? 0) !== Number(base)) throw new Refused('workshop-changed')
      const around = await folder.around(pack, files)
      const { name } = await exporter.run('examineArrival', { pack, files, around, here: before })
      const opening = { pack, name, at: deps.at() }
      const isInFolder = inFolder.length > 0
      // What the folder has comes first, so that what the zip changes is told apart from it.
      if (!copy) await workshop.open(who, { ...opening, isInFolder, files: isInFolder ? inFolder : files })
      const last = copy?.revision ?? (isInFolder ? 1 : undefined)
      if (last !== undefined) {
        const changes = changesTo(textsOf(before), textsOf(files))
        const outcome = await workshop.save(who, pack, { base: last, files: changes }, deps.at())
        if (outcome === 'missing' || 'conflict' in outcome) throw new Refused('workshop-changed')
      }
      if (remember && look.is === 'valid')
        await store.signers.remember(who, { publicKey: look.publicKey, name: remember, since: deps.at() })
      const summary = (await workshop.list(who)).find((one) => one.pack === pack)
      if (!summary) throw new Refused('workshop-missing')
      const imported: Imported = { copy: summary, ...(last !== undefined && { before: last }) }
      return reply.status(201).send(imported)
    },
  )

  app.post<OfPack & { Body: Revert }>(
    '/api/workshop/:pack/revert',
    { schema: { body: revertSchema } },
    async (request) => {
      const { pack } = request.params
      const outcome = await workshop.revert(await deps.who(request), pack, request.body, deps.at())
      if (outcome === 'missing') throw new Refused('workshop-missing')
      if ('conflict' in outcome) throw new Refused('workshop-conflict', outcome.conflict)
      return outcome.done
    },
  )
}
