import type { Answers, FileAnswer, Template } from '@policyforms/core'
import { createRef } from 'react'
import { createRoot } from 'react-dom/client'
import { type Files, Filler, type FillerControls, type FillerProps, Reading } from '../src/index.ts'

/** What a test may do with the page, through `page.evaluate`. */
export interface Harness {
  mount(template: Template, options?: Partial<Pick<FillerProps, 'initial' | 'role' | 'readOnly' | 'section'>>): void
  read(template: Template, answers: Answers): void
  unmount(): void
  /** As the form told of them last. */
  answers(): Answers
  /** How often it told. */
  commits(): number
  controls(): FillerControls
  /** Lets the upload arrive that waits for it. */
  arrive(): void
}

declare global {
  interface Window {
    readonly harness: Harness
  }
}

const today = '2026-03-15'
const controls = createRef<FillerControls>()
let root = createRoot(document.querySelector('#root') ?? document.body)
let answers: Answers = {}
let commits = 0

let arrive = () => {}

/** Takes a moment for every upload, a long one for what is called 慢, until told for 等, and refuses what is called 坏. */
const files: Files = {
  upload: (file, _field, onProgress, signal) =>
    new Promise<FileAnswer>((resolve, reject) => {
      const whole = file.name.includes('慢') ? 2500 : 400
      const steps = [0.25, 0.5, 0.75].map((share) => setTimeout(() => onProgress(share), share * whole))
      const done = () => {
        if (file.name.startsWith('坏')) reject(new Error('服务器没有收下这个文件'))
        else resolve({ id: `id-${file.name}`, name: file.name, size: file.size })
      }
      const isToWait = file.name.includes('等')
      if (isToWait) arrive = done
      const end = isToWait ? undefined : setTimeout(done, whole)
      signal.addEventListener('abort', () => {
        for (const timer of [...steps, end]) clearTimeout(timer)
        reject(new DOMException('cancelled', 'AbortError'))
      })
    }),
  href: (file) => `/files/${encodeURIComponent(file.id)}`,
}

const harness: Harness = {
  mount: (template, options = {}) => {
    answers = options.initial ?? {}
    commits = 0
    root.render(
      <Filler
        template={template}
        initial={answers}
        today={today}
        files={files}
        controls={controls}
        onAnswers={(next) => {
          answers = next
          commits++
        }}
        {...options}
      />,
    )
  },
  read: (template, given) =>
    root.render(<Reading template={template} answers={given} today={today} href={files.href} />),
  unmount: () => {
    root.unmount()
    root = createRoot(document.querySelector('#root') ?? document.body)
  },
  answers: () => answers,
  commits: () => commits,
  arrive: () => arrive(),
  controls: () => {
    if (!controls.current) throw new Error('The form is not there')
    return controls.current
  },
}

Object.assign(window, { harness })
