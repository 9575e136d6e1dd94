import { answerOf } from './call.ts'

const nameIn = (disposition: string | null): string | undefined => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : /filename="([^"]+)"/i.exec(disposition ?? '')?.[1]
}

export const keep = (bytes: Blob, name: string) => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(bytes)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

const posted = (body: unknown): RequestInit =>
  body instanceof FormData
    ? { method: 'POST', body }
    : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }

/** Fetches a file and hands it to the browser to keep. A refusal stays in the page instead of replacing it. */
export const download = async (
  path: string,
  fallbackName: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<void> => {
  const response = await answerOf(path, {
    ...(signal && { signal }),
    ...(body !== undefined && posted(body)),
  })
  keep(await response.blob(), nameIn(response.headers.get('content-disposition')) ?? fallbackName)
}
