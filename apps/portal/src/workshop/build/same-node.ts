import { useMemo, useRef } from 'react'

/** The id of a node that is, or is below, one that has got another id. */
export const idUnder = (id: string, from: string, to: string): readonly string[] =>
  id === from ? [to] : id.startsWith(`${from}/`) ? [to + id.slice(from.length)] : []

export interface SameNode {
  /** The same for all ids of one node. */
  readonly identityOf: (id: string) => string
  readonly becomes: (from: string, to: string) => void
  /** The id by which the node goes now: undo may have given it a former one. */
  readonly idNow: (id: string) => string
}

/** Remembers which ids are one node, so that what is open about it stays open when it gets another key. */
export const useSameNode = (byId: ReadonlyMap<string, unknown>): SameNode => {
  const first = useRef(new Map<string, string>())
  return useMemo(() => {
    const identityOf = (id: string) => first.current.get(id) ?? id
    return {
      identityOf,
      becomes: (from, to) => void first.current.set(to, identityOf(from)),
      idNow: (id) => (byId.has(id) ? id : ([...byId.keys()].find((one) => identityOf(one) === identityOf(id)) ?? id)),
    }
  }, [byId])
}
