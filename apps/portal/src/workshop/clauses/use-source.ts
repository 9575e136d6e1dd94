import type { PolicyPiece } from '@policyforms/core'
import { get, set } from 'idb-keyval'
import { useCallback, useEffect, useState } from 'react'

/** A policy's own words, by clause. They stay on this machine: the pack has only what the office says of them. */
export type Source = Readonly<Record<string, readonly string[]>>

const keyOf = (pack: string, policy: string) => `policy-source:${pack}/${policy}`

export const sourceOf = (pieces: readonly PolicyPiece[]): Source =>
  Object.fromEntries(pieces.map(({ id, text }) => [id, text]))

export const keepSource = (pack: string, policy: string, source: Source): Promise<void> =>
  set(keyOf(pack, policy), source)

/** The source of a policy, if it was read on this machine, and how to keep it in step with its clauses. */
export const useSource = (pack: string, policy: string) => {
  const [source, setSource] = useState<Source>()
  useEffect(() => {
    let isWanted = true
    setSource(undefined)
    // Without storage there is no source to show, and all else works.
    get<Source>(keyOf(pack, policy)).then(
      (found) => isWanted && setSource(found),
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [pack, policy])
  const change = useCallback(
    (next: Source) => {
      setSource(next)
      keepSource(pack, policy, next).catch(() => undefined)
    },
    [pack, policy],
  )
  return { source, change }
}
