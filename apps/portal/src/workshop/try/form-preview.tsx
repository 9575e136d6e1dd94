import { useEffect, useRef, useState } from 'react'
import type { FromFrame, ShowForm } from './frame/frame-messages.ts'
import type { OnTrial } from './use-trial.ts'

export type FormWidth = 'phone' | 'desktop'

/** So wide a form is on a desk and on a phone; a narrower pane shows it smaller, as far as it can be read. */
const [desktopWidth, phoneWidth, smallest] = [1280, 390, 0.6]
const scaleFor = (pane: number) => {
  const wanted = pane < desktopWidth / 2 ? phoneWidth : desktopWidth
  return Math.min(1, Math.max(smallest, pane / wanted))
}

/** The form as applicants will have it, in a window of its own. */
export function FormPreview({ on, width }: { readonly on: OnTrial; readonly width: FormWidth }) {
  const { trial, state, template } = on
  const frame = useRef<HTMLIFrameElement>(null)
  const pane = useRef<HTMLDivElement>(null)
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent<FromFrame>) => {
      if (origin !== location.origin || source !== frame.current?.contentWindow) return
      if (data.is === 'ready') setReady(true)
      if (data.is === 'answers') trial.typed(data.answers)
      if (data.is === 'section') trial.show(data.section)
      if (data.is === 'shown') frame.current?.setAttribute('data-shown', data.hash)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [trial])
  const told = useRef(-1)
  useEffect(() => {
    if (!isReady || !template) return
    const { answers, fresh, section } = trial.state()
    const isFresh = told.current !== fresh && fresh === state.fresh
    told.current = fresh
    const message: ShowForm = {
      is: 'show',
      template,
      ...(isFresh && { answers }),
      ...(section !== undefined && { section }),
    }
    frame.current?.contentWindow?.postMessage(message, location.origin)
  }, [isReady, template, trial, state.fresh])
  useEffect(() => {
    const element = pane.current
    if (!element) return
    const fit = () => element.style.setProperty('--scale', String(scaleFor(element.clientWidth)))
    const watching = new ResizeObserver(fit)
    watching.observe(element)
    return () => watching.disconnect()
  }, [])
  return (
    <div ref={pane} className="form-pane" data-width={width}>
      <iframe ref={frame} title="表单预览" src="/preview-form.html" />
    </div>
  )
}
