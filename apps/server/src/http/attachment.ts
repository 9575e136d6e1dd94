import type { FastifyReply } from 'fastify'

/** A name that every file system takes. */
export const fileName = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replaceAll(/[\u0000-\u001f\u007f\\/:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
    .slice(-120) || '未命名'

/** Makes the reply a download. RFC 6266: the plain name is for clients that do not read `filename*`. */
export const asDownload = (reply: FastifyReply, name: string, type: string): FastifyReply => {
  const clean = fileName(name)
  const ending = /\.[a-z0-9]+$/i.exec(clean)?.[0] ?? ''
  const encoded = encodeURIComponent(clean).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="download${ending}"; filename*=UTF-8''${encoded}`)
    .header('cache-control', 'no-store')
}
