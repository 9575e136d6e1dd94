import { useEffect, useRef, useState } from 'react'
import { Skeleton } from '../../parts/page-states.tsx'
import { type BookView, openBookView } from '../../preview/book-view.ts'
import { PreviewState } from './preview-state.tsx'
import { usePreview } from './use-preview.ts'
import type { OnTrial } from './use-trial.ts'
import '../../preview/preview.css'

const pageWidth = 794
const toBytes = async (response: Response) => new Uint8Array(await response.arrayBuffer())

/** The Word book as it will print. */
export function WordPreview({ on }: { readonly on: OnTrial }) {
  const { value, isUpdating, trouble } = usePreview('word', on.state.answers, toBytes)
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<BookView>(undefined)
  const [pages, setPages] = useState<number>()
  useEffect(() => {
    if (!host.current) return
    view.current = openBookView(host.current, setPages)
    return () => view.current?.close()
  }, [])
  useEffect(() => {
    const element = host.current
    if (!value || !element) return
    element.style.setProperty('--zoom', String(Math.min(1, (element.clientWidth - 16) / pageWidth)))
    void view.current?.show(value)
  }, [value])
  return (
    <div className="paper-pane">
      <PreviewState on={on} isUpdating={isUpdating} trouble={trouble}>
        {pages !== undefined && `约 ${pages} 页`}
      </PreviewState>
      {!value && !trouble && (
        <div className="paper-skeleton">
          <Skeleton rows={12} />
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard alone */}
      <section ref={host} className="preview" tabIndex={0} aria-label="Word 预览" />
    </div>
  )
}
