import { type Json, property } from '@policyforms/core'
import { useMemo } from 'react'
import type { Files } from '../model/history.ts'
import { parsed } from '../model/outline.ts'
import { useWorkbench, useWorking } from '../workbench-context.ts'

/** A clause that may be cited, by how this pack cites it. */
export interface KnownClause {
  readonly ref: string
  readonly policy: string
  readonly id: string
  readonly heading: string
  readonly gist: string
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const clausesIn = (path: string, text: string, pack: string): readonly KnownClause[] => {
  const [folder = ''] = path.split('/')
  const file = parsed(text)
  const written = property(file, 'clauses')
  const policy = textOf(property(file, 'id'))
  const before = folder === pack ? '' : `${folder}/`
  return (Array.isArray(written) ? written : []).map((clause: Json) => {
    const id = textOf(property(clause, 'id'))
    return {
      ref: `${before}${policy}#${id}`,
      policy: textOf(property(file, 'title')),
      id,
      heading: textOf(property(clause, 'heading')),
      gist: textOf(property(clause, 'gist')),
    }
  })
}

const policiesIn = (files: Files) => [...files].filter(([path]) => /^[^/]+\/policies\/[^/]+\.json$/.test(path))

/** What the policy's text calls a clause that is cited; the reference itself where nothing is known of it. */
export const useClauseNames = (): ((ref: string) => string) => {
  const known = useKnownClauses()
  return useMemo(() => {
    const headings = new Map(known.map(({ ref, heading }) => [ref, heading]))
    return (ref) => headings.get(ref) || ref
  }, [known])
}

/** The clauses of the pack, then of the pack above it, then of the others. */
export const useKnownClauses = (): readonly KnownClause[] => {
  const { store } = useWorkbench()
  const files = useWorking((state) => state.history.now)
  const { pack } = store.copy
  return useMemo(() => {
    const parent = textOf(property(parsed(files.get(`${pack}/jurisdiction.json`) ?? ''), 'parent'))
    const rank = (path: string) => (path.startsWith(`${pack}/`) ? 0 : path.startsWith(`${parent}/`) ? 1 : 2)
    const all = [...policiesIn(files), ...policiesIn(store.around)]
    return all.sort(([a], [b]) => rank(a) - rank(b)).flatMap(([path, text]) => clausesIn(path, text, pack))
  }, [files, store, pack])
}
