import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import { acceptedEndings, judge, mediaTypeOf } from '../files/signatures.ts'
import { asDownload, fileName } from '../http/attachment.ts'
import { Refused } from '../http/refusals.ts'
import { done, draftOf, type OfDraft } from './draft-of.ts'

const maxFileBytes = 200 * 2 ** 20

/** The one file of a multipart request, and whether it was cut off at the cap. */
const arriving = async (request: FastifyRequest, fileSize: number) => {
  const part = await request.file({ limits: { fileSize, files: 1 }, throwFileSizeLimit: false })
  if (!part) throw new Refused('file-missing')
  return { name: fileName(part.filename), stream: part.file as Readable, isCut: () => part.file.truncated }
}

const tooLarge = (fileSize: number) =>
  new Refused('too-large', {
    message: `文件超过 ${fileSize / 2 ** 20} MB，没有上传。已填的内容不受影响，请压缩或拆分后重试。`,
  })

const refusalOf = (name: string, head: Buffer): Refused | undefined => {
  const judgement = judge(name, head)
  if (judgement.is === 'honest') return undefined
  if (judgement.is === 'unaccepted') {
    const endings = acceptedEndings.map((ending) => ending.slice(1)).join('、')
    return new Refused('file-kind', {
      message: `不接受“${name}”这种文件，没有上传。已填的内容不受影响，可以上传的有 ${endings}。`,
    })
  }
  const truth = judgement.program ? '实际上是可执行程序' : `内容并不是${judgement.claims}`
  return new Refused('file-disguised', {
    message: `“${name}”${truth}，没有上传。已填的内容不受影响，请选择真正的${judgement.claims}。`,
  })
}

/** Uploads and downloads. */
export const fileRoutes = (app: FastifyInstance, deps: Deps): void => {
  app.post<OfDraft>('/api/drafts/:id/files', async (request, reply) => {
    const who = await deps.who(request)
    const draft = await draftOf(deps, request)
    const { name, stream, isCut } = await arriving(request, maxFileBytes)
    const arrived = await deps.files.receive(stream)
    try {
      if (isCut()) throw tooLarge(maxFileBytes)
      if (arrived.size === 0) throw new Refused('file-empty')
      const refusal = refusalOf(name, arrived.head)
      if (refusal) throw refusal
      // The bytes first: a row never names a file that is not there.
      await arrived.keep()
      const file = { id: randomUUID(), name, size: arrived.size }
      done(await deps.store.addFile(who, draft.id, { ...file, sha256: arrived.sha256 }, deps.at()))
      return reply.status(201).send(file)
    } finally {
      await arrived.discard()
    }
  })

  app.get<{ Params: { id: string; file: string } }>('/api/drafts/:id/files/:file', async (request, reply) => {
    const { id, file: wanted } = request.params
    const file = (await deps.store.files(await deps.who(request), id)).find((one) => one.id === wanted)
    if (!file) throw new Refused('not-found', { message: '没有找到这个文件。已填的内容不受影响，请重新上传。' })
    return asDownload(reply, file.name, mediaTypeOf(file.name))
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('content-length', file.size)
      .send(deps.files.stream(file.sha256))
  })
}

export { arriving, tooLarge }
