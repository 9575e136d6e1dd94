import type { FileAnswer, Refusal } from '@policyforms/core'
import { ServerTrouble } from './call.ts'
import { draftPath } from './drafts.ts'

export const filePath = (draft: string, file: FileAnswer) => `${draftPath(draft)}/files/${encodeURIComponent(file.id)}`

/** Sends one file and gives the answer. XMLHttpRequest because fetch cannot tell how far it has got. */
export const sendFile = (
  path: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    request.open('POST', path)
    request.responseType = 'json'
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onload = () =>
      request.status >= 200 && request.status < 300
        ? resolve(request.response)
        : reject(new ServerTrouble(request.status, (request.response as Refusal | null) ?? undefined))
    request.onerror = () => reject(new ServerTrouble(0, undefined))
    request.onabort = () => reject(new DOMException('cancelled', 'AbortError'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })

/** Sends one attachment. */
export const uploadFile = async (
  draft: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<FileAnswer> =>
  // What the wire says of 201.
  (await sendFile(`${draftPath(draft)}/files`, file, onProgress, signal)) as FileAnswer
