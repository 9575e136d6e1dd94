import type { FileAnswer, Refusal } from '@policyforms/core'
import { ServerTrouble } from './call.ts'
import { draftPath } from './drafts.ts'

export const filePath = (draft: string, file: FileAnswer) => `${draftPath(draft)}/files/${encodeURIComponent(file.id)}`

/** Sends one attachment. XMLHttpRequest because fetch cannot tell how far it has got. */
export const uploadFile = (
  draft: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<FileAnswer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    request.open('POST', `${draftPath(draft)}/files`)
    request.responseType = 'json'
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onload = () =>
      request.status === 201
        ? resolve(request.response as FileAnswer) // 201 carries what the wire says
        : reject(new ServerTrouble(request.status, (request.response as Refusal | null) ?? undefined))
    request.onerror = () => reject(new ServerTrouble(0, undefined))
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
