import type { ExportProgress } from '@policyforms/core'
import { useRef, useState } from 'react'
import { toast, toastTrouble } from '../../parts/toasts.tsx'
import { exportMany } from '../../server/export-many.ts'

export interface Exporting {
  readonly isBusy: boolean
  /** Unknown until the server has begun. */
  readonly progress: ExportProgress | undefined
  run(path: string, name: string, body: object): void
  cancel(): void
}

/** One export of many at a time, with how far it is, and a way to stop it. */
export const useExport = (): Exporting => {
  const [isBusy, setBusy] = useState(false)
  const [progress, setProgress] = useState<ExportProgress>()
  const hangUp = useRef<AbortController>(undefined)
  const run = (path: string, name: string, body: object) => {
    const controller = new AbortController()
    hangUp.current = controller
    setBusy(true)
    setProgress(undefined)
    exportMany(path, name, body, setProgress, controller.signal)
      .catch((error) => (controller.signal.aborted ? toast({ text: '已取消，没有下载文件。' }) : toastTrouble(error)))
      .finally(() => setBusy(false))
  }
  return { isBusy, progress, run, cancel: () => hangUp.current?.abort() }
}
