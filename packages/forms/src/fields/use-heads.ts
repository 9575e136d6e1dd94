import { headsOf, type Matrix, type PrintedHeads } from '@policyforms/core'
import { useMemo } from 'react'
import { useFilling, useStored } from '../store/context.ts'

/** The heads of a matrix with their titles as the answers make them; the same object as long as they say the same. */
export const useHeads = (matrix: Matrix): PrintedHeads => {
  const { store } = useFilling()
  const isLive = [...matrix.rows, ...matrix.columns].some(({ titleFrom }) => titleFrom !== undefined)
  const heads = () => headsOf(matrix, store.state().settled, { today: store.today })
  // A title holds no line break.
  const said = useStored(() => {
    if (!isLive) return ''
    const { rows, columns } = heads()
    return [...rows, ...columns].map(({ title }) => title).join('\n')
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the heads say is all that they depend on
  return useMemo(heads, [matrix, said])
}
