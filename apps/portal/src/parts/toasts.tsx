import { useSyncExternalStore } from 'react'

export interface Toast {
  readonly text: string
  readonly tone?: 'done' | 'error'
  readonly action?: { readonly label: string; readonly run: () => void }
}

type Shown = Toast & { readonly id: number }

let shown: readonly Shown[] = []
let count = 0
const listeners = new Set<() => void>()
const put = (next: readonly Shown[]) => {
  shown = next
  for (const listener of listeners) listener()
}
const dismiss = (id: number) => put(shown.filter((toast) => toast.id !== id))

/** Says in passing what was done, with a way to undo it. What went wrong stays until it is dismissed. */
export const toast = (said: Toast) => {
  count += 1
  const id = count
  put([...shown.slice(-2), { ...said, id }])
  if (said.tone !== 'error') setTimeout(() => dismiss(id), said.action ? 10_000 : 5_000)
}

export const toastTrouble = (error: unknown) =>
  toast({ tone: 'error', text: error instanceof Error ? error.message : '没有完成，请再试一次。' })

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function Toasts() {
  const toasts = useSyncExternalStore(subscribe, () => shown)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map(({ id, text, tone, action }) => (
        <div key={id} className="toast" data-tone={tone}>
          <span>{text}</span>
          {action && (
            <button
              type="button"
              className="link"
              onClick={() => {
                dismiss(id)
                action.run()
              }}
            >
              {action.label}
            </button>
          )}
          <button type="button" className="link quiet" onClick={() => dismiss(id)}>
            知道了
          </button>
        </div>
      ))}
    </div>
  )
}
