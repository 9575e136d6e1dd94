import type { DraftSummary } from '@policyforms/core'
import { useEffect, useRef, useState } from 'react'
import { Dialog } from '../parts/dialog.tsx'
import { Skeleton } from '../parts/page-states.tsx'
import { answerOf } from '../server/call.ts'
import { wordPath } from '../server/drafts.ts'
import { renderDocx } from './render-docx.ts'
import './preview.css'

interface PreviewDialogProps {
  readonly draft: DraftSummary
  readonly title: string
  /** Brings what is typed to the server first, so that the book is of now. */
  readonly saveNow?: () => Promise<boolean>
  readonly onClose: () => void
}

const pageWidth = 794

/** The Word book as it will print, from the server's own file. */
export default function PreviewDialog({ draft, title, saveNow, onClose }: PreviewDialogProps) {
  const host = useRef<HTMLDivElement>(null)
  const [book, setBook] = useState<{ readonly url: string; readonly pages: number; readonly isOld: boolean }>()
  const [trouble, setTrouble] = useState('')
  useEffect(() => {
    let isGone = false
    let url = ''
    const show = async () => {
      const isOld = saveNow !== undefined && !(await saveNow())
      const bytes = await (await answerOf(wordPath(draft.id))).blob()
      if (isGone || !host.current) return
      host.current.style.setProperty('--zoom', String(Math.min(1, (host.current.clientWidth - 16) / pageWidth)))
      const { pages } = await renderDocx(bytes, host.current)
      url = URL.createObjectURL(bytes)
      if (!isGone) setBook({ url, pages, isOld })
    }
    show().catch((error: unknown) => setTrouble(error instanceof Error ? error.message : String(error)))
    return () => {
      isGone = true
      URL.revokeObjectURL(url)
    }
  }, [draft.id, saveNow])
  return (
    <Dialog
      full
      title={book ? `预览 Word（约 ${book.pages} 页）` : '预览 Word'}
      onClose={onClose}
      actions={
        <>
          {book && (
            <a className="button primary" href={book.url} download={`${title}.docx`}>
              下载 Word
            </a>
          )}
          <button type="button" className="button" onClick={onClose}>
            关闭
          </button>
        </>
      }
    >
      {book?.isOld && (
        <p className="notice" data-tone="warning">
          <span className="sign">提醒</span>最后的改动还没有保存到服务器，这里是上次保存的内容。
        </p>
      )}
      {trouble && (
        <p className="notice" data-tone="error" role="alert">
          <span className="sign">现在不能预览</span>
          {trouble}草稿不受影响。
        </p>
      )}
      {!book && !trouble && (
        <div className="paper-skeleton">
          <p role="status">正在生成 Word…</p>
          <Skeleton rows={12} />
        </div>
      )}
      <div ref={host} className="preview" />
    </Dialog>
  )
}
