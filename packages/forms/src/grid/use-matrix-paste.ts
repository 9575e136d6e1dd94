import { type Json, type Matrix, type MatrixLines, valueAt } from '@policyforms/core'
import { useState } from 'react'
import { useFilling, useStored } from '../store/context.ts'
import type { CellAt } from './move.ts'
import { type PastedMatrix, pasteMatrix } from './paste-matrix.ts'
import { type Notice, pastedWords } from './use-rows.ts'

/** Pasting blocks into a matrix, each with a notice that undoes it until the matrix changes. */
export const useMatrixPaste = (matrix: Matrix, lines: MatrixLines) => {
  const { store } = useFilling()
  const [done, setDone] = useState<Notice & { readonly after: Json | undefined }>()
  const now = () => store.answerAt(matrix.path)
  const isLive = useStored(({ answers }) => done !== undefined && valueAt(answers, matrix.path) === done.after)
  const paste = (block: readonly (readonly string[])[], at: CellAt) => {
    store.flush()
    const before = now()
    const pasted = pasteMatrix(matrix, lines, before, block, at, store.state().lists)
    store.update(matrix.path, () => pasted.value)
    setDone({
      words: wordsOf(pasted),
      undo: () => store.update(matrix.path, () => before),
      after: now(),
    })
  }
  const undo = () => {
    if (isLive) done?.undo?.()
    setDone(undefined)
  }
  return { paste, notice: isLive ? done : undefined, undo }
}

const wordsOf = (pasted: PastedMatrix): string =>
  `${pastedWords(pasted)}${pasted.isSummedOtherwise ? '；合计自动计算，粘贴来的合计与此不同' : ''}`
