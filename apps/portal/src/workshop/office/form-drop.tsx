import { type DragEvent, useEffect, useRef, useState } from 'react'
import { useWorkbench } from '../workbench-context.ts'
import { type TakenForm, takeForm } from './take-form.ts'
import './office.css'

interface Running {
  readonly name: string
  readonly share: number
}

interface FormDropProps {
  /** On the button. */
  readonly label: string
  readonly onTaken: (form: TakenForm) => void
}

/** A file that misses the place for it must not be opened by the browser instead of the page. */
const keepMissesOut = () => {
  const refuse = (event: Event) => event.preventDefault()
  for (const type of ['dragover', 'drop']) window.addEventListener(type, refuse)
  return () => {
    for (const type of ['dragover', 'drop']) window.removeEventListener(type, refuse)
  }
}

/** Where a Word file is chosen or dropped: it is sent to be looked at, and what is wrong with it is said. */
export function FormDrop({ label, onTaken }: FormDropProps) {
  const { pack } = useWorkbench().store.copy
  const [running, setRunning] = useState<Running>()
  const [fault, setFault] = useState('')
  const [isOver, setOver] = useState(false)
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  useEffect(() => keepMissesOut(), [])

  const take = async (file: File | undefined) => {
    if (!file) return
    stop.current?.abort()
    const own = new AbortController()
    stop.current = own
    setFault('')
    setRunning({ name: file.name, share: 0 })
    try {
      const taken = await takeForm(pack, file, (share) => setRunning({ name: file.name, share }), own.signal)
      if (own.signal.aborted) return
      setRunning(undefined)
      onTaken(taken)
    } catch (error) {
      if (own.signal.aborted) return
      setRunning(undefined)
      setFault(error instanceof Error ? error.message : '没有完成，请再试一次。')
    }
  }
  const cancel = () => {
    stop.current?.abort()
    setRunning(undefined)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut for the button inside
    <div
      className="form-drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="form-drop-line">
        <label className="button file-picker">
          {label}
          <input
            className="unseen"
            type="file"
            accept=".docx"
            onChange={({ target }) => {
              void take(target.files?.[0])
              target.value = ''
            }}
          />
        </label>
        <span className="help">也可以把文件拖到这里。只收 .docx，不超过 3 MB。</span>
      </div>
      <div role="status">
        {running && (
          <p className="form-drop-line">
            <span>
              {running.share < 1 ? '正在上传' : '正在检查'}“{running.name}”
            </span>
            <progress max={1} value={running.share} aria-label={`正在上传 ${running.name}`} />
            <button type="button" className="link" onClick={cancel}>
              取消
            </button>
          </p>
        )}
      </div>
      {fault !== '' && (
        <p className="notice" data-tone="error" role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
