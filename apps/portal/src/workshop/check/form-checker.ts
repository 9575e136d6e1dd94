import type { FormCheck } from '@policyforms/core'
import type { CheckResult } from './check-messages.ts'

/** What the server says of the pack's Word files; the page does not look into them. */
export interface FormsFound {
  readonly checks: readonly FormCheck[]
  readonly isChecking: boolean
  /** Why the last question was not answered; empty when it was. */
  readonly trouble: string
}

export const noForms: FormsFound = { checks: [], isChecking: false, trouble: '' }

export interface FormChecker {
  /** The templates as they are now: the server is asked when one that has a Word file is another, or its file is. */
  check(templates: CheckResult['templates']): void
  close(): void
}

const restMs = 300
const tryAgainMs = 4000

export const startFormChecker = (
  ask: () => Promise<readonly FormCheck[]>,
  onFound: (change: Partial<FormsFound>) => void,
): FormChecker => {
  let known = ''
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = async (own: number) => {
    try {
      const checks = await ask()
      if (own === turn) onFound({ checks, isChecking: false, trouble: '' })
    } catch (error) {
      if (own !== turn) return
      onFound({ isChecking: false, trouble: error instanceof Error ? error.message : String(error) })
      timer = setTimeout(() => void run(own), tryAgainMs)
    }
  }
  const close = () => {
    clearTimeout(timer)
    return ++turn
  }
  return {
    check: (templates) => {
      const now = Object.values(templates).flatMap(({ id, hash, document }) => (document.form ? `${id} ${hash}` : []))
      if (now.join() === known) return
      known = now.join()
      const own = close()
      if (now.length === 0) return onFound(noForms)
      onFound({ isChecking: true })
      timer = setTimeout(() => void run(own), restMs)
    },
    close,
  }
}
