import { type Matrix, type MatrixLines, matrixLines } from '@policyforms/core'
import { useMemo } from 'react'
import { useFilling, useStored } from '../store/context.ts'

/** The lines of a matrix with their titles as the answers make them; the same object as long as they say the same. */
export const useLines = (matrix: Matrix): MatrixLines => {
  const { store } = useFilling()
  const { rows = [], columns = [] } = matrix.sums ?? {}
  const isLive = [...matrix.rows, ...matrix.columns, ...rows, ...columns].some(
    ({ titleFrom, groupFrom }) => titleFrom !== undefined || groupFrom !== undefined,
  )
  const lines = () => matrixLines(matrix, store.state().settled, { today: store.today })
  // Neither a title nor a group holds a line break.
  const said = useStored(() => {
    if (!isLive) return ''
    const now = lines()
    return [...now.rows, ...now.columns].map(({ group, title }) => `${group}\n${title}`).join('\n')
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the heads say is all that they depend on
  return useMemo(lines, [matrix, said])
}
