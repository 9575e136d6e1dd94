import type { Session } from '@policyforms/core'
import type { FastifyRequest } from 'fastify'
import type { Who } from '../store/store.ts'

/** Who asks. The one place that sign-in will change. */
export type Identify = (request: FastifyRequest) => Promise<Session>

/** One workspace on this machine, and whoever sits before it. */
export const localSession: Identify = async () => ({
  user: { id: 'local', name: '本机用户' },
  workspace: { id: 'local', name: '本机工作区' },
})

export const whoIs = async (identify: Identify, request: FastifyRequest): Promise<Who> => {
  const { user, workspace } = await identify(request)
  return { user: user.id, workspace: workspace.id }
}
