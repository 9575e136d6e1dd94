import { useEffect, useRef, useState } from 'react'
import { Skeleton } from '../../parts/page-states.tsx'
import { renderDocx } from '../../preview/render-docx.ts'
import { PreviewState } from './preview-state.tsx'
import { usePreview } from './use-preview.ts'
import type { OnTrial } from './use-trial.ts'
import '../../preview/preview.css'

const pageWidth = 794
const toBlob = (response: Response) => response.blob()

/** The Word book as it will print. */
export function WordPreview({ on }: { readonly on: OnTrial }) {
  const { value, isUpdating, trouble } = usePreview('word', on.state.answers, toBlob)
  const host = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState<number>()
  useEffect(() => {
    const element = host.current
    if (!value || !element) return
    let isGone = false
    element.style.setProperty('--zoom', String(Math.min(1, (element.clientWidth - 16) / pageWidth)))
    void renderDocx(value, element).then((count) => {
      if (!isGone) setPages(count)
    })
    return () => {
      isGone = true
    }
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
