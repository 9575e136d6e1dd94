import type { Issue } from '@policyforms/core'
import { useEffect, useRef } from 'react'
import { type JsonHelp, templateHelp } from './json-help.ts'
import { type JsonEditor as Mounted, mountJsonEditor, type TextPosition } from './mount-json-editor.ts'

interface JsonEditorProps {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly issues: readonly Issue[]
  /** Where the selected node is, so that it can be shown. */
  readonly place: string
  readonly label: string
  /** Where to go on; a new object leads there anew. */
  readonly goTo?: TextPosition | undefined
  /** What completes and explains it: a template's unless it is another file. */
  readonly help?: JsonHelp
  /** The place under the cursor, as a pointer. */
  readonly onPlace: (pointer: string) => void
}

/** After the next frame, so that the outline is painted first; not if something newer has come by then. */
const soon = (work: () => void) => {
  let timer: ReturnType<typeof setTimeout>
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(work)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** The template's JSON with completion, explanations and the check's faults at their places. */
export function JsonEditor({
  text,
  onChange,
  issues,
  place,
  label,
  goTo,
  help = templateHelp,
  onPlace,
}: JsonEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const mounted = useRef<Mounted>(undefined)
  const latest = useRef({ onChange, onPlace })
  latest.current = { onChange, onPlace }
  useEffect(() => {
    if (!host.current) return
    const made = mountJsonEditor(host.current, label, help, {
      onChange: (now) => latest.current.onChange(now),
      onPlace: (pointer) => latest.current.onPlace(pointer),
    })
    mounted.current = made
    return () => made.close()
  }, [label, help])
  useEffect(() => soon(() => mounted.current?.setText(text)), [text])
  useEffect(() => soon(() => mounted.current?.setIssues(issues)), [issues])
  useEffect(() => soon(() => mounted.current?.show(place)), [place])
  useEffect(() => (goTo ? soon(() => mounted.current?.goTo(goTo)) : undefined), [goTo])
  return <div ref={host} className="json-editor" />
}
