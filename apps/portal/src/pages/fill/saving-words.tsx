import { useEffect, useState } from 'react'
import type { KeeperState } from '../../draft/keeper.ts'
import { clockWords } from '../../parts/when.tsx'

/** Whether what was typed is safe, in a few words; what is wrong is said in full by the notice below the bar. */
export function SavingWords({ state }: { readonly state: KeeperState | undefined }) {
  return (
    <span className="saving" data-is={state?.saving.is} role="status">
      {state && wordsOf(state)}
    </span>
  )
}

const wordsOf = ({ saving, savedAt }: KeeperState): string => {
  switch (saving.is) {
    case 'saved':
      return `已保存于 ${clockWords(new Date(savedAt), new Date())}`
    case 'saving':
      return '正在保存…'
    case 'kept':
    case 'refused':
      return saving.isMirrored ? '未能保存，已在本机保留' : '未能保存'
  }
}

interface SavingNoticeProps {
  readonly state: KeeperState
  readonly onAgain: () => void
  /** Opens the draft as it is now. */
  readonly onReopen: () => void
}

const isGone = (saving: KeeperState['saving']) =>
  saving.is === 'refused' && ['submitted', 'deleted', 'carried'].includes(saving.error)

/** Shown while something typed is not on the server: what happened, what is safe, what will be done. */
export function SavingNotice({ state, onAgain, onReopen }: SavingNoticeProps) {
  const { saving } = state
  if (saving.is !== 'kept' && saving.is !== 'refused') return null
  return (
    <div className="notice saving-notice" data-tone={saving.isMirrored ? 'warning' : 'error'} role="alert">
      <span className="sign">未能保存</span>
      <span>
        {saving.why}
        {saving.isMirrored ? '输入的内容已在本机保留，可以继续填写。' : '这个浏览器也不能保留副本，请不要关闭本页。'}
        {saving.is === 'kept' && <Countdown until={saving.retryAt} />}
      </span>
      {isGone(saving) ? (
        <button type="button" className="button" onClick={onReopen}>
          重新打开
        </button>
      ) : (
        <button type="button" className="button" onClick={onAgain}>
          现在重试
        </button>
      )}
    </div>
  )
}

function Countdown({ until }: { readonly until: number }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(ticking)
  }, [])
  const seconds = Math.ceil((until - now) / 1_000)
  return <span aria-hidden="true">{seconds > 0 ? `${seconds} 秒后自动重试。` : '正在重试…'}</span>
}
