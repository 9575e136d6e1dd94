import type { ExportProgress } from '@policyforms/core'
import type { FastifyReply } from 'fastify'

const nothing: ExportProgress = { done: 0, total: 0 }

/** An export of many while it is made: how far it is, and whether somebody still waits for it. */
export interface UnderWay {
  readonly signal: AbortSignal
  tell(done: number): void
}

/** The exports under way, by the workspace and the names that the pages gave them. */
export const exportsUnderWay = () => {
  const known = new Map<string, ExportProgress>()
  const keyOf = (workspace: string, name: string) => `${workspace}\n${name}`
  return {
    /** Begins one, which ends with its reply: whoever hangs up wants it no more. */
    begin: (reply: FastifyReply, workspace: string, name: string | undefined, total: number): UnderWay => {
      const key = name === undefined ? undefined : keyOf(workspace, name)
      const hungUp = new AbortController()
      if (key) known.set(key, { done: 0, total })
      reply.raw.once('close', () => {
        if (key) known.delete(key)
        if (!reply.raw.writableFinished) hungUp.abort(new Error('Nobody waits for this export any more'))
      })
      return { signal: hungUp.signal, tell: (done) => void (key && known.has(key) && known.set(key, { done, total })) }
    },
    progress: (workspace: string, name: string): ExportProgress => known.get(keyOf(workspace, name)) ?? nothing,
  }
}
