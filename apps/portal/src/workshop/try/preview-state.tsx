import type { ReactNode } from 'react'
import type { OnTrial } from './use-trial.ts'

interface PreviewStateProps {
  readonly on: OnTrial
  readonly isUpdating: boolean
  readonly trouble: string | undefined
  readonly children?: ReactNode
}

/** Whether what is shown is of now. */
export function PreviewState({ on, isUpdating, trouble, children }: PreviewStateProps) {
  const isWaiting = isUpdating && on.template !== undefined
  return (
    <p className="preview-state" role="status" data-tone={trouble ? 'error' : undefined}>
      {trouble ? (
        <>
          <span className="sign">没有更新</span> {trouble}
        </>
      ) : isWaiting ? (
        '正在更新'
      ) : (
        children
      )}
    </p>
  )
}
