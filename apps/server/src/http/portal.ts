import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { bodyOf, refusals } from './refusals.ts'

const unbuilt = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>网页尚未构建</title>
<p>网页尚未构建，已保存的材料不受影响。请在项目目录运行 <code>npx --yes pnpm@12 start</code>。</p></html>`

const isPage = (path: string) => path !== '/api' && !path.startsWith('/api/')

/** The built pages. An address that is no file is a place within the portal, which reads it itself. */
export const servePortal = (app: FastifyInstance, folder: string): void => {
  const isBuilt = existsSync(join(folder, 'index.html'))
  if (isBuilt) {
    app.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      // Files under assets carry the hash of what is in them in their names.
      setHeaders: (reply, path) => {
        const isHashed = path.includes('/assets/')
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const wantsPage = request.method === 'GET' && isPage(path) && !/\.[a-z0-9]+$/i.test(path)
    if (wantsPage && isBuilt) return reply.sendFile('index.html')
    if (wantsPage) return reply.status(503).type('text/html').send(unbuilt)
    return reply.status(refusals['not-found'][0]).send(bodyOf('not-found', { message: '没有这个地址，请检查后重试。' }))
  })
}
