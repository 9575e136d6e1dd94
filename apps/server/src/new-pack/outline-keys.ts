import type { DraftNode } from '@policyforms/documents'
import type { Namer } from './keys.ts'

/** What is called like the section around it is its text, its rows or its cells. */
const sameName: Readonly<Record<string, string>> = {
  narrative: 'text',
  table: 'rows',
  matrix: 'cells',
  statement: 'agreed',
}

/** The keys of neighbours. */
export const keysIn = (nodes: readonly DraftNode[], holder: string, namer: Namer): readonly string[] => {
  const keys = namer.keys(nodes.map((node) => node.title))
  const own = nodes.map((node) => (node.title === holder ? sameName[node.keywords['x-kind']] : undefined))
  return keys.map((key, i) => {
    const short = own[i]
    return short === undefined || keys.includes(short) ? key : short
  })
}
