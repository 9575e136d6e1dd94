import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance } from 'fastify'
import { depsOf, type Parts } from './deps.ts'
import { answerErrors } from './http/answer-errors.ts'
import { guard } from './http/guard.ts'
import { sessionRoutes } from './http/identify.ts'
import { servePortal } from './http/portal.ts'
import { compareRoutes } from './moving/compare-routes.ts'
import { movingRoutes } from './moving/moving-routes.ts'
import { templateArchive } from './packs/template-archive.ts'
import { carryRoutes } from './routes/carry.ts'
import { draftRoutes } from './routes/drafts.ts'
import { exportRoutes } from './routes/exports.ts'
import { fileRoutes } from './routes/files.ts'
import { packRoutes } from './routes/packs.ts'
import { maxAnswersLength } from './store/store.ts'
import { formRoutes } from './workshop/form-routes.ts'
import { previewRoutes } from './workshop/preview-routes.ts'
import { publishingRoutes } from './workshop/publishing-routes.ts'
import { startRoutes } from './workshop/start-routes.ts'
import { workshopRoutes } from './workshop/workshop-routes.ts'

export interface AppOptions {
  /** The folder of the built pages. */
  readonly portal: string
  /** Names, besides localhost and numeric addresses, by which browsers may reach us. */
  readonly names: readonly string[]
  /** Where unexpected errors are written. */
  readonly log?: NodeJS.WritableStream
}

/** The HTTP side, over parts that are already open. */
export const createApp = (parts: Parts, { portal, names, log }: AppOptions): FastifyInstance => {
  const app = Fastify({
    bodyLimit: maxAnswersLength,
    logger: log ? { level: 'error', stream: log } : false,
    // Bodies are taken as they are or refused, never bent into shape.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
    forceCloseConnections: 'idle',
  })
  const deps = depsOf(
    parts,
    templateArchive(parts.library, (hash) => parts.store.template(hash)),
  )
  answerErrors(app)
  guard(app, names)
  app.register(multipart)
  app.get('/api/health', async () => ({ ok: true }))
  sessionRoutes(app, parts.identify)
  packRoutes(app, deps)
  draftRoutes(app, deps)
  carryRoutes(app, deps)
  fileRoutes(app, deps)
  exportRoutes(app, deps)
  workshopRoutes(app, deps)
  publishingRoutes(app, deps)
  previewRoutes(app, deps)
  formRoutes(app, deps)
  startRoutes(app, deps)
  movingRoutes(app, deps)
  compareRoutes(app, deps)
  servePortal(app, portal)
  return app
}
