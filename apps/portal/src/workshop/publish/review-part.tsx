import type { Publishing } from '@policyforms/core'
import { useId, useState } from 'react'
import { When } from '../../parts/when.tsx'
import type { Act } from './publish.tsx'

interface ReviewPartProps {
  readonly publishing: Publishing
  readonly todos: number
  /** Not all that was typed is on the server yet. */
  readonly isStale: boolean
  readonly user: string
  readonly name: string
  readonly onName: () => void
  readonly act: Act
}

/** Where the working copy stands, and the one next step of whoever looks at it. */
export function ReviewPart({ publishing, todos, isStale, user, name, onName, act }: ReviewPartProps) {
  const { state, revision, isChanged, review, returned } = publishing
  const [note, setNote] = useState('')
  const id = useId()
  const isOwn = review?.by === user
  const why = isStale ? '正在保存' : todos > 0 ? '先处理清单里的问题' : isChanged ? undefined : '没有要发布的改动'
  return (
    <section className="publish-part">
      <h2>{state === 'in-review' ? '待审核' : '送审'}</h2>
      <p className="secondary">
        您是：{name}{' '}
        <button type="button" className="link" onClick={onName}>
          改名
        </button>
      </p>
      {state === 'editing' && returned && (
        <p className="notice" data-tone="warning">
          <span className="sign">退回</span>
          <span>
            {returned.by} <When at={returned.at} /> 退回：{returned.note || '没有写意见。'}
          </span>
        </p>
      )}
      {review && (
        <p>
          {review.by} <When at={review.at} /> 送审{review.note && `：${review.note}`}
        </p>
      )}
      {state === 'in-review' && isOwn && <p>要由另一位同事核对后发布。您现在再改，就要重新送审。</p>}
      {todos > 0 && <p>还有 {todos} 处要先处理，见下面的清单。</p>}
      <div className="property">
        <label htmlFor={id}>{state === 'in-review' ? '退回的意见' : '说明改了什么、为什么改'}</label>
        <textarea id={id} rows={3} maxLength={2000} value={note} onChange={({ target }) => setNote(target.value)} />
      </div>
      <div className="publish-actions">
        {state === 'editing' && (
          <button
            type="button"
            className="button primary"
            disabled={why !== undefined}
            title={why}
            onClick={() => act('review', { revision, note }, '已送审。请另一位同事打开这一页核对。')}
          >
            送审
          </button>
        )}
        {state === 'in-review' && (
          <>
            <button type="button" className="button" onClick={() => act('return', { note }, '已退回。')}>
              退回
            </button>
            <button
              type="button"
              className="button primary"
              disabled={isOwn || todos > 0}
              title={isOwn ? '送审人不能自己发布' : undefined}
              onClick={() => act('publish', { revision }, '已发布。新建的材料从现在起用新版；旧稿仍用原来的版本。')}
            >
              发布
            </button>
          </>
        )}
      </div>
    </section>
  )
}
