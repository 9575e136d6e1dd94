import type { RefusalCode } from '@policyforms/core'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { isDiskFull } from '../store/disk-full.ts'
import { bodyOf, Refused, refusals } from './refusals.ts'

/** What Fastify and its plugins throw, by their documented codes. */
const known: Readonly<Record<string, RefusalCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'bad-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
  FST_ERR_VALIDATION: 'bad-request',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'file-missing',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
}

const codeOf = (error: unknown): RefusalCode => {
  if (error instanceof Refused) return error.code
  if (isDiskFull(error)) return 'disk-full'
  const { code, statusCode } = { code: undefined, statusCode: undefined, ...(error instanceof Error && error) }
  return (
    (typeof code === 'string' ? known[code] : undefined) ??
    (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? 'bad-request' : 'failed')
  )
}

/** Every failure leaves as a `Refusal`; what is inside an unexpected one goes to the log and never to the page. */
export const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error, request, reply: FastifyReply) => {
    const code = codeOf(error)
    if (code === 'failed' || code === 'disk-full') request.log.error(error)
    return reply.status(refusals[code][0]).send(bodyOf(code, error instanceof Refused ? error.details : {}))
  })
}
