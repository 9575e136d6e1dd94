import { isIP } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { Refused } from './refusals.ts'

const contentPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

const headers = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

const nameOf = (authority: string): string => {
  try {
    return new URL(`http://${authority}`).hostname.replace(/^\[|\]$/g, '')
  } catch {
    return ''
  }
}

/**
 * A page elsewhere can point its own name at this address (DNS rebinding), and can post here blindly (cross-site
 * request forgery). An address typed as digits cannot be rebound; any other name must be one that we were given.
 */
export const guard = (app: FastifyInstance, names: readonly string[]): void => {
  const isOurs = (authority: string) => {
    const name = nameOf(authority)
    return name === 'localhost' || isIP(name) !== 0 || names.includes(name)
  }
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    if (!isOurs(request.headers.host ?? '')) throw new Refused('unknown-host')
    if (request.method === 'GET' || request.method === 'HEAD') return
    const { origin, host } = request.headers
    const site = request.headers['sec-fetch-site']
    const isForeign =
      (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) ||
      (site !== undefined && site !== 'same-origin' && site !== 'none')
    if (isForeign) throw new Refused('foreign-origin')
  })
}
