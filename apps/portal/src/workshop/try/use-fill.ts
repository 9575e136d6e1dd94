import type { Template } from '@policyforms/core'
import { useEffect, useRef, useState } from 'react'
import { toast } from '../../parts/toasts.tsx'
import { type Filling, fill } from './fill.ts'
import type { Trial } from './trial.ts'
import type { FillRequest } from './try-messages.ts'

/** Takes generated answers into a trial, unless something else is chosen before they are there. */
export const useFill = (trial: Trial) => {
  const [isFilling, setFilling] = useState(false)
  const now = useRef<Filling>(undefined)
  const stop = () => {
    now.current?.stop()
    setFilling(false)
  }
  useEffect(() => () => now.current?.stop(), [])
  const start = (what: FillRequest['what'], template: Template) => {
    stop()
    setFilling(true)
    now.current = fill(what, template)
    now.current.done
      .then(({ answers, left }) => {
        const { answers: before, example, named } = trial.state()
        trial.take(answers, undefined, what)
        const words =
          left.length === 0
            ? '已自动填好，没有违反规则。'
            : `已自动填好，还有 ${left.length} 处没能满足，请自己改一改。`
        toast({ text: words, action: { label: '撤销', run: () => trial.take(before, example, named) } })
      })
      .catch((error) => toast({ tone: 'error', text: error instanceof Error ? error.message : String(error) }))
      .finally(() => setFilling(false))
  }
  return { isFilling, start, stop }
}
