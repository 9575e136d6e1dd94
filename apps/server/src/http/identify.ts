import type { Session } from '@policyforms/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Who } from '../store/store.ts'
import { Refused } from './refusals.ts'

/** Who asks. The one place that sign-in will change. */
export type Identify = (request: FastifyRequest) => Promise<Session>

const cookie = 'policyforms-name'
const nameless = '本机用户'

const nameIn = (request: FastifyRequest): string => {
  const found = new RegExp(`(?:^|;\\s*)${cookie}=([^;]*)`).exec(request.headers.cookie ?? '')?.[1]
  try {
    return found === undefined ? '' : decodeURIComponent(found)
  } catch {
    return ''
  }
}

/**
 * One workspace on this machine. Whoever sits before it may say a name, so that two people can be told apart; nobody
 * is kept from anything by it.
 */
export const localSession: Identify = async (request) => {
  const name = nameIn(request)
  return {
    user: { id: name || 'local', name: name || nameless },
    workspace: { id: 'local', name: '本机工作区' },
  }
}

export const whoIs = async (identify: Identify, request: FastifyRequest): Promise<Who> => {
  const { user, workspace } = await identify(request)
  return { user: user.id, workspace: workspace.id }
}

const longest = 20
const bodySchema = {
  type: 'object',
  properties: { name: { type: 'string', maxLength: 100 } },
  required: ['name'],
  additionalProperties: false,
}

export const sessionRoutes = (app: FastifyInstance, identify: Identify): void => {
  app.get('/api/session', (request) => identify(request))

  app.post<{ Body: { name: string } }>('/api/session', { schema: { body: bodySchema } }, async (request, reply) => {
    const name = request.body.name.normalize('NFC').trim()
    // A cookie is a line of a header: nothing in it may end the line.
    if ([...name].length > longest || /\p{Cc}/u.test(name)) throw new Refused('bad-request')
    const value = `${cookie}=${encodeURIComponent(name)}; Path=/; SameSite=Strict; HttpOnly; Max-Age=31536000`
    return reply.header('set-cookie', value).status(204).send()
  })
}
