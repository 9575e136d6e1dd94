import type { Answers, Template } from '@policyforms/core'
import { Filler, type FillerControls } from '@policyforms/forms'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { today } from '../../../today.ts'
import type { FromFrame, ShowForm } from './frame-messages.ts'
import { keptFiles } from './kept-files.ts'

const files = keptFiles()
const tell = (message: FromFrame) => window.parent.postMessage(message, location.origin)

interface Shown {
  readonly template: Template
  readonly answers: Answers
  /** Each template and each set of answers begins a form of its own. */
  readonly turn: number
}

/** The real form of the template that is being changed, with whatever is typed into it. */
export function FrameForm() {
  const [shown, setShown] = useState<Shown>()
  const controls = useRef<FillerControls>(null)
  const section = useRef<string>(undefined)
  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent<ShowForm>) => {
      if (origin !== location.origin || source !== window.parent || data.is !== 'show') return
      const typed = controls.current?.flush()
      section.current ??= data.section
      setShown((before) => ({
        template: data.template,
        answers: data.answers ?? typed ?? before?.answers ?? {},
        turn: (before?.turn ?? 0) + 1,
      }))
    }
    window.addEventListener('message', hear)
    tell({ is: 'ready' })
    return () => window.removeEventListener('message', hear)
  }, [])
  useLayoutEffect(() => {
    if (shown) tell({ is: 'shown', hash: shown.template.hash })
  }, [shown])
  if (!shown) return null
  return (
    <Filler
      key={shown.turn}
      template={shown.template}
      initial={shown.answers}
      today={today()}
      files={files}
      controls={controls}
      onAnswers={(answers) => tell({ is: 'answers', answers })}
      {...(section.current !== undefined && { section: section.current })}
      onSection={(key) => {
        section.current = key
        tell({ is: 'section', section: key })
      }}
    />
  )
}
