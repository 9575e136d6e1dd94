import type { ReactNode } from 'react'
import type { ServerTrouble } from '../server/call.ts'

/** The shape of what is coming, in grey. `lines` are shares of the width in twelfths. */
export function Skeleton({
  rows = 5,
  kind = 'lines',
}: {
  readonly rows?: number
  readonly kind?: 'lines' | 'page' | 'rows'
}) {
  return (
    <div className={`skeleton skeleton-${kind}`} role="status" aria-label="正在载入">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no other identity
        <div key={row} className="skeleton-line" />
      ))}
    </div>
  )
}

/** Nothing here yet: what this is, and the one next step. */
export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="blank-page">
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** What happened, what is safe, what to do. */
export function Broken({
  trouble,
  safe,
  again,
}: {
  readonly trouble: ServerTrouble
  readonly safe: string
  readonly again?: () => void
}) {
  return (
    <div className="blank-page" role="alert">
      <h2>{trouble.status === 404 ? '没有找到' : '现在打不开这一页'}</h2>
      <p>{trouble.message}</p>
      <p className="secondary">{safe}</p>
      <p className="actions">
        {again && trouble.status !== 404 && (
          <button type="button" className="button primary" onClick={again}>
            再试一次
          </button>
        )}
        <a className="button" href="/">
          返回我的材料
        </a>
      </p>
    </div>
  )
}
