import type { ExportProgress } from '@policyforms/core'
import { call } from './call.ts'
import { download } from './download.ts'

const between = 700

/** Has a file made of many and hands it to the browser; tells how far it is meanwhile. Aborting cancels it on the server. */
export const exportMany = async (
  path: string,
  fallbackName: string,
  body: object,
  onProgress: (progress: ExportProgress) => void,
  signal: AbortSignal,
): Promise<void> => {
  const name = crypto.randomUUID()
  const ask = () =>
    call<ExportProgress>('GET', `/api/exports/${name}`).then(
      ({ done, total }) => total > 0 && onProgress({ done, total }),
      // What cannot be asked now is asked again.
      () => undefined,
    )
  const asking = setInterval(ask, between)
  try {
    await download(path, fallbackName, { ...body, export: name }, signal)
  } finally {
    clearInterval(asking)
  }
}
