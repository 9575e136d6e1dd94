import { useEffect, useMemo, useState } from 'react'
import type { ExpressionFault } from './read-expression.ts'

const pause = 1000

/** Whether somebody is still writing: nothing is called wrong at once, and what is only unfinished not before they leave. */
export const useTyping = () => {
  const [went, setWent] = useState(0)
  const [isQuiet, setQuiet] = useState(false)
  useEffect(() => {
    if (went === 0) return
    const timer = setTimeout(() => setQuiet(false), pause)
    return () => clearTimeout(timer)
  }, [went])
  const isWriting = went > 0
  return useMemo(
    () => ({
      went: () => {
        setWent((now) => now + 1)
        setQuiet(true)
      },
      left: () => {
        setWent(0)
        setQuiet(false)
      },
      hushes: ({ isUnfinished }: ExpressionFault) => isQuiet || (isWriting && isUnfinished === true),
    }),
    [isQuiet, isWriting],
  )
}
